"""A device that keeps one passkey, as far as the portal can tell: makes it, and shows it when asked."""

import hashlib
import json
import struct

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode

ORIGIN, HOST = "http://localhost:8000", "localhost"
PRESENT_AND_VERIFIED, WITH_CREDENTIAL = 0x05, 0x40


class Device:
    def __init__(self, name=b"one passkey"):
        self.id = hashlib.sha256(name).digest()
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.user = None

    def make(self, options):
        """Answer a request for a new passkey, as JSON. `options` are those the page shows to the browser."""
        asked = options["publicKey"]
        self.user = asked["user"]["id"]
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        credential = b"\0" * 16 + struct.pack(">H", len(self.id)) + self.id + public
        data = self.data(PRESENT_AND_VERIFIED | WITH_CREDENTIAL) + credential
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        client = self.client_data("webauthn.create", asked["challenge"])
        return self.answer(clientDataJSON=client, attestationObject=attestation)

    def show(self, options):
        """Answer a request for the passkey, as JSON."""
        client = self.client_data("webauthn.get", options["publicKey"]["challenge"])
        data = self.data(PRESENT_AND_VERIFIED)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        handle = self.user.encode()
        return self.answer(clientDataJSON=client, authenticatorData=data, signature=signature, handle=handle)

    def data(self, flags):
        return hashlib.sha256(HOST.encode()).digest() + struct.pack(">BI", flags, 0)

    def client_data(self, kind, challenge):
        return json.dumps({"type": kind, "challenge": challenge, "origin": ORIGIN}).encode()

    def answer(self, handle=None, **response):
        response = {name: websafe_encode(value) for name, value in response.items()}
        if handle:
            response["userHandle"] = handle.decode()
        own_id = websafe_encode(self.id)
        return json.dumps(
            {"id": own_id, "rawId": own_id, "type": "public-key", "response": response, "clientExtensionResults": {}}
        )
