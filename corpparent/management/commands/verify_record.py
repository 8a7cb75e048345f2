from django.core.management.base import BaseCommand, CommandError

from corpparent import record


class Command(BaseCommand):
    help = "Walk the chain of events. With --head also prove that a head printed in a pack is still part of it."

    def add_arguments(self, parser):
        parser.add_argument("--head", default="", metavar="N:HASH", help="as printed in a pack, such as 1042:ab12cd34")

    def handle(self, *args, head, **options):
        if head and not head.partition(":")[2]:
            raise CommandError("Give the head as number, colon and hash, as a pack prints it: 1042:ab12cd34.")
        verdict = record.verify(head)
        if verdict.fault:
            raise CommandError(verdict.fault)
        self.stdout.write(f"The record is whole: {verdict.events} events, head {verdict.head}.")
