// Passkeys: the button asks the device, and the form sends what the device says. Without it the page has other ways.

const REFUSED = {
  InvalidStateError: "This device has a passkey of yours already.",
  NotAllowedError: "The passkey was not shown, or it took too long. Try again.",
};
const FAILED = "This browser could not use a passkey. Try another way.";

function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

function text(buffer) {
  const signs = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// What the server asks for, with its byte strings as the browser wants them.
function asked({ publicKey }) {
  const ids = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    ...(publicKey.user && { user: { ...publicKey.user, id: bytes(publicKey.user.id) } }),
    ...(publicKey.excludeCredentials && { excludeCredentials: ids(publicKey.excludeCredentials) }),
    ...(publicKey.allowCredentials && { allowCredentials: ids(publicKey.allowCredentials) }),
  };
}

// What the device said, as text.
function said(credential) {
  const answer = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) answer[name] = text(credential.response[name]);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: answer,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function options(form) {
  const there = document.getElementById(form.dataset.options);
  if (there) return JSON.parse(there.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()).request_options;
}

async function use(form) {
  const problem = form.querySelector("[role=alert]");
  problem.textContent = "";
  try {
    const publicKey = asked(await options(form));
    const device = navigator.credentials;
    const credential = await (form.dataset.passkey === "make"
      ? device.create({ publicKey })
      : device.get({ publicKey }));
    form.elements.credential.value = JSON.stringify(said(credential));
    form.requestSubmit();
  } catch (reason) {
    problem.textContent = REFUSED[reason.name] ?? FAILED;
  }
}

for (const form of document.querySelectorAll("[data-passkey]")) {
  form.hidden = !window.PublicKeyCredential;
  form.querySelector("button").addEventListener("click", () => use(form));
}
