"""What people say to a bot without asking the articles anything."""

from __future__ import annotations

import re

_SAID = re.compile(
    r"""\W*(?:
      (?:hi|hello|hey|hallo|yo|greetings|good\s+(?:morning|afternoon|evening|night|day))
      (?:\s+(?:there|bot|all|everyone))?
    | (?:thanks?|thank\s+you|thx|ty|cheers|great|nice|cool|wow|lol|haha+|ok|okay|k
        |yes|no|yep|nope|sure|please|sorry)
      (?:\s+(?:a\s+lot|so\s+much|very\s+much|bot|you))?
    | (?:bye|goodbye|see\s+you|cu|ciao)
    | how\s+are\s+(?:you|u)(?:\s+(?:doing|today))? | how'?s\s+it\s+going | what'?s\s+up | sup
    | (?:who|what)\s+are\s+(?:you|u) | what\s+can\s+you\s+do | what(?:'?s|\s+is)\s+your\s+name
    | tell\s+me\s+a\s+(?:joke|story) | are\s+you\s+(?:a\s+bot|there|human|real) | help | test
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def is_small_talk(text: str) -> bool:
    """Say whether ``text`` is a greeting, thanks or a question to the bot about itself."""
    return _SAID.fullmatch(text) is not None
