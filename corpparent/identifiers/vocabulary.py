"""Words with a capital that are no person's name, and first names that are nothing else; both written by hand.

The first names are a help, not the rule: what children are called is not to be listed, so `names.py` finds names that
stand in no list by the words around them. Left out are names that are also words, months or places.
"""

OPENERS = frozenset(
    """
    a about according action actions advocate advocates after again agenda agreed all almost also although an
    and another answer answers any anyone are as ask asked asking at attended auntie back background be because
    before being both boy boys bring brother brothers budget but by cabinet call called can carer carers carry
    chaired challenge change check child children come contact contacted could councillors dad data dear did
    discussed do does draft during each easy education eight either email emailed enough even every everybody
    everyone everything evidence father feedback few figures finally find first five following for former four
    friend friends from full further get girl girls give given go good grandfather grandmother had half has have
    he health helped her here his housing how however i if in inspector inspectors introduced it item its join
    just keep last later let letter like liked listen listening look manager managers many may meanwhile meet
    members met might minutes more most mother moved mum my nan near nearly need needs neither never new next
    nine no nobody none nor not note noted notes nothing now nurse nurses of officers ofsted often on once one
    only open or order other our out over overall own parent parents participation people phone phoned placed
    please police praised progress question questions quite raise raised rang rather read regulation remind
    reminded report reported resident residents review reviewed ring said same saw second section see seen seven
    several shared she should siblings since sister sisters six so some somebody someone something soon speak
    spoke spoken staff still such suggested summary support supported take talked teacher teachers teenagers
    tell ten text texted than thank thanked thanks that the their them theme then there these they this those
    though three through to today together told tomorrow too twins two uncle under until up update updated us
    very via visit visited visiting visits wait want wanted was we welcome well went were what when where which
    while who whoever why will with without would write wrote yes yesterday yet you young your
    """.split()  # noqa: SIM905
)
OWN = frozenset(
    """
    happy birthday new year nat insurance
    academies academy act action actions adoption adoptive adviser advisers advisor advocacy advocate afghan
    african afternoon agency agenda albanian aldi amazon ambulance android annex annual appendix apple
    apprenticeship apprenticeships april arabic area article arts asda asian asset august autumn avenue award
    awards bank barnardo barnardos become bengali bill board borough breakfast bright britain british brownies
    btec budget building cabinet cadets cafcass cafe camhs care caribbean catholic center central centre chair
    chapter charter chief child childline children childrens christian christmas church city clinic close club
    code college commissioner commissioning committee commons communications complaints conference consultation
    convention coram corporate cottage council councillor councillors county court crescent cricket cubs culture
    data day december democratic dentist department deputy digital dinner director district diwali doctor door
    down drama drive duke early east easter eastern edinburgh edition education ehcp eid emotional employment
    england english eritrean esol european evening executive facebook families family farm february festival
    figure finance fire floor football forest fortnite forum foster fostering foundation framework french friday
    front fund futures garden gardens gcse gcses general geography german google government grant great greater
    green group grove guidance guides hall halloween hanukkah head health hear help hill hindu history holiday
    holidays home homes hospital hotel house housing hub ikea independent inspection instagram integrated
    internet iphone ireland irish italian item items january jewish judge july junction june justice kept key
    kinship kurdish lake lane lead leader learning leaver leavers leaving legal leisure library lidl line little
    local lodge london looked-after lords lower lunch march maths matters may mayor mcdonalds meeting meetings
    member members mencap mental microsoft midlands mind minecraft minister ministry minutes mocking monday
    month morning mosque multi museum music muslim nacro national netball netflix nhs night nintendo north
    northern november nspcc number nurse nursery nvq october offer office officer ofsted old ombudsman open
    order overview pack page panel parent parenting parents park parliament part participation partly partner
    partners partnership pathway pathways people pep performance person personal physical pip place plan plans
    playstation pledge police policy polish portuguese practice primary principle principles priorities priority
    probation programme project promise promises public punjabi purchase put quarter quarterly questionnaire
    ramadan ref reference regulation regulations report rescue residential review reviewing rights river road
    roblox romanian room royal rugby safeguarding safety sainsbury samaritans saturday schedule scheme school
    schools science scotland scottish scouts scrutiny secondary secretary section sen send september service
    services sexual shelter signs sikh skills snapchat social somali south southern spanish sport spotify spring
    square stage standard standards start state station statutory staying step strategy street sudanese suite
    summer sunday sure surgery survey swimming table tag team teams technology temple terrace tesco theatre
    theme thursday tiktok today tomorrow town training transport tribunal trust tuesday uk ukrainian un unicef
    university up upper urdu version vice vietnamese virtual visiting visitor visitors voice voices wales ward
    way wednesday week weekend wellbeing welsh west western whatsapp wifi winter work worker workers workshop
    xbox year young youth youtube zoom
    """.split()  # noqa: SIM905
)
TITLES = frozenset("mr mrs ms miss mx dr master".split())  # noqa: SIM905
OFFICES = frozenset(  # who holds one is named as such, and is no child
    "cllr cllrs councillor councillors alderman sir dame lord lady baroness judge justice st saint".split()  # noqa: SIM905
)
FIRST_NAMES = frozenset(
    """
    aaliyah aaron abbie abdul abdullah abigail abu adam aditya adrian agnieszka ahmad ahmed aidan aiden aisha
    akeem alan aleksander aleksandra alex alexander alexandra alfie ali alice alicia alisha amanda amber amelia
    amelie amina amir amira amy ana anastasia andrea andrei andrew andrzej aneesa angela anna annabelle anthony
    antonio anya archie aria ariana arjun arthur asha asher ashley aurora ava ayaan ayesha ayo bailey barbara
    barnaby bartosz beata becky ben benjamin bethany bilal blessing bogdan brandon brian bridget bronwyn bryony
    caitlin callum cameron carly caroline carys catherine catrin cerys chantelle charlie chinedu chioma chloe
    christopher claire clara connor conor corey courtney craig curtis daisuke damian daniel daniela danielle
    danny darius darren david dawid deborah declan demi denise destiny dexter dilan dominic dominik dylan edward
    efua eleanor elena eleni elijah elizabeth ella ellie elliot elsie emeka emily emma eoin erin esme ethan
    evelyn evie ezra fatima fatou ffion filip finley finn fiona frankie freddie freya gabriel gabriela gareth
    gary gemma george gethin gillian giulia gracie hamza hanna hannah harriet harrison harry hassan hayley helen
    henry hollie holly hugo hussain ibrahim idris ifeoma igor imani imogen imran ines ioana iona isaac isabel
    isabella isabelle isha isla ismail ivan jacek jackson jacob jacqueline jade jaden jake jakub jamal james
    jamie jan jane janet jasmine jason jayden jenna jennifer jenny jeremy jermaine jessica jessie joanna joanne
    joe joel john jonathan joseph josh joshua julia julie juliet justin kacper kai kamal kamila karen karim
    karolina kasia kate katherine katie katy kayla kayleigh keira keisha keith kelly kelsey kenneth kevin
    khadija khalid kian kieran kirsty klaudia krishna krzysztof kwame kyle laila lakshmi laura lauren layla leah
    leanne leila leo leon lewis lexi liam libby lilly lily linda logan lola louis louisa louise luca lucas lucy
    luka lukasz luke lydia maciej macy maddison madison magdalena mahmoud maisie malakai malik marcin marcus
    margaret maria mariam marie marta martin martyna maryam mason mateusz matilda matthew max maya megan mehmet
    mia micah michael michal miguel mihai mila millie milo mohamed mohammad mohammed molly muhammad musa mustafa
    nadia naomi natalia natalie natasha nathan nathaniel neil nia niall niamh nicholas nicola nicole nikita
    nikola nina noah noor nuria oisin ola oliver olivia ollie oluwaseun omar oscar oskar osman owen oyinkan
    pamela patrick patrycja paul paula pauline pawel peter philip phoebe piotr poppy pratik priya rachel rafal
    rahim rahul raj rania rashid rebecca reece reggie rhiannon rhys richard riley robert robyn rohan roisin
    ronan ronnie rory rosie roxanne ruby ruth ryan saanvi sabrina sadia safiya saima salma samantha samir samira
    samuel sana sandra sanjay sara sarah sasha scarlett scott sean sebastian selam shannon sharon shaun shawn
    shirin shreya sian simon sinead siobhan sofia solomon sonia sophia sophie stacey stanislaw stefan stephanie
    stephen steven stuart sue sunil susan suzanne sylwia szymon tahir tamara tamika tanya tariq tasha teddy
    temitope tendai teresa theo theodore thomas tia tilly tim timothy toby tom tomasz tommy tracey trevor tunde
    tyler tyrone usman vanessa victoria vikram viktor vincent wafa waleed wiktoria william wojciech xander
    yasmin yasmine yemi yusuf zac zach zachary zahra zain zainab zara zeynep zoe zofia zuzanna
    """.split()  # noqa: SIM905
)
THINGS = frozenset(  # that are called something, and are nobody
    """
    app band book campaign cat centre charity club company course dog event festival film game group home house is pet
    place programme project report room scheme school service site so system team town village what
    """.split()  # noqa: SIM905
)
FAMOUS = (  # charities, shops and stories that have the name of a person; whole
    *("Anna Freud", "Dolly Parton", "Harry Potter", "Jack Petchey", "Jamie Oliver", "John Lewis", "Lewis Hamilton"),
    *("Marcus Rashford", "Marie Curie", "Taylor Swift", "Virgin Media"),
)
