"""Instructions inside texts: sentences that want to steer who answers, or to sell, instead of saying something medical.

A document and a question are material, never orders. Such a sentence of a document is not quoted; such a part of a
question is left out, and what is asked beside it is answered. Clinical imperatives ("Stop the infusion.", "Ignore minor
bruising.", "Tell the patient to come back.") are spoken to a clinician and stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ABOVE = r"(?:all |any |the |these |those |your |my |every )*(?:previous|prior|above|earlier|preceding|foregoing|other|initial|original|existing|system|safety|hidden|given)?"
_TOLD = r"(?:instructions?|prompts?|directions?|commands?|directives?|rules|messages?|context|sources|guardrails|restrictions|constraints|system prompt|conversation|passages|documents)"
_TEXT = (
    r"(?:poems?|essays?|articles?|stor(?:y|ies)|songs?|jokes?|tweets?|posts?|e-?mails?|blog|scripts?|code|programs?|functions?|haikus?|lyrics|slogans?|advert\w*|speech(?:es)?|reviews?|recipes?|itinerar\w+|"
    r"regular expressions?|sql|python|javascript|paragraphs? about|headlines?|puns?|riddles?|limericks?|press release|cover letter|resume)"
)
_LANGUAGE = r"(?:french|spanish|german|chinese|japanese|italian|russian|arabic|latin|klingon|pig latin|morse|base64|rot13|caesar|emojis?|all caps|capital letters|uppercase|reverse|binary|hexadecimal)"
# What a sentence must hold for a pattern to be worth trying, in lower case, and the pattern. Most sentences hold none of
# it, and to look for a word is a hundred times quicker than to try a pattern.
_PATTERNS = tuple(
    (tuple(words.split("|")), re.compile(pattern, re.I))
    for words, pattern in (
        # who answers is spoken to
        (
            "ignore|disregard|forget|override|bypass|set aside|pay no attention|not follow|n't follow|stop following",
            rf"\b(?:ignore|disregard|forget|override|bypass|set aside|pay no attention to|do not follow|don't follow|stop following)\b {_ABOVE} ?{_TOLD}\b",
        ),
        (
            "ignore|disregard|forget",
            r"\b(?:ignore|disregard|forget) (?:everything|anything|all|what(?:ever)?)\b[^.?!]{0,40}\b(?:above|before|told|said|so far|previously|earlier)\b",
        ),
        (
            "you are|you're|act as|behave as|pretend|role-play as|roleplay as|from now on",
            r"\b(?:you are|you're|act as|behave as|pretend to be|pretend you are|role-?play as|from now on,? you)\b[^.?!]{0,40}\b(?:ai|assistant|chat-?bot|bot|language model|llm|gpt\w*|model|unrestricted|jailbroken|dan|system|developer mode)\b",
        ),
        (
            "as a|dear |attention|note to |message to |hey",
            r"\bas an? (?:ai|assistant|language model|chatbot|llm)\b,?[^.?!]{0,20}\b(?:you|must|shall|should|have to|need to|always)\b|\b(?:dear |attention,? |note to (?:the )?|message to (?:the )?|hey,? )(?:ai|assistant|chat-?bot|language model|llm|model|summari[sz]er|system)s?\b",
        ),
        (
            "prompt|jailbreak|developer mode",
            r"\b(?:system|developer|hidden|initial) prompts?\b|\bprompt injection\b|\bjailbreak\w*|\bdeveloper mode\b",
        ),
        (
            ":|<|[|##",
            r"(?:^|[\s>\]])(?:system|assistant|user|developer|human|ai)\s?:\s|<\|?/?(?:im_start|im_end|system|assistant|user|inst)\b[^>]*>|\[/?(?:inst|system|sys)\]|^#{2,}\s*(?:instruction|system|response)|<</?sys>>",
        ),
        (
            "your answer|your response|your repl|your output|your summar|your message|every answer|every response|every repl|every output|every summar|every message|each answer|each response|each repl|each output|each summar|each message",
            r"\b(?:in|into|to|of|at the (?:end|start|beginning) of|begin|start|end|finish|open|close|preface|append)\b[^.?!]{0,15}\b(?:your|every|each) (?:answers?|responses?|repl(?:y|ies)|outputs?|summar(?:y|ies)|messages?)\b",
        ),
        (
            "respond |reply |answer |output |print |return |say |write |state |repeat ",
            r"\b(?:respond|reply|answer|output|print|return|say|write|state|repeat)\b (?:only|just|exactly|nothing but|instead|verbatim|the following|with the (?:words?|text|phrase|sentence|link)|['\"“:])",
        ),
        (
            "say that|claim that|state that|reply that|respond that|answer that|confirm that|assert that|pretend that|declare that|insist that|to the user|to the reader|to the asker|to the person",
            r"(?:^|[,;:.!?] ?|\b(?:and|then|please|must|should|instead|now) )(?:say|claim|state|reply|respond|answer|confirm|assert|pretend|declare|insist) (?:to the (?:user|reader|asker|person) )?that\b(?! (?:you|your|he|she)\b)",
        ),
        (
            "user|reader|asker|visitor|questioner|person asking|human",
            r"\b(?:tell|inform|convince|persuade|ask|instruct|advise|send|direct|trick|remind|urge) (?:the |every |all |each )?(?:users?|readers?|askers?|visitors?|questioners?|person asking|human)\b(?! of\b)",
        ),
        (
            "the user|the asker|the questioner|not mention|not reveal|not disclose|not tell|not cite|not show|n't mention|n't reveal|n't disclose|n't tell|n't cite|n't show|never mention|never reveal|never disclose|never tell|never cite|never show",
            r"\bthe (?:user|asker|questioner)(?:'s)?\b[^.?!]{0,40}\b(?:asks?|question|query|request|input|prompt|password|data|conversation|key|message)\b|\b(?:do not|don't|never) (?:mention|reveal|disclose|tell|cite|show)\b[^.?!]{0,30}\b(?:users?|instructions?|prompt|this (?:text|message|note|sentence)|sources?|citations?|disclaimers?)\b",
        ),
        (
            "when you|whenever |if you|when ask|when answer|when summari|when respond|when queried|when generat|when process|when read|if ask|if answer|if summari|if respond|if queried|if generat|if process|if read",
            r"\b(?:whenever|when|if) (?:you(?:'re| are)? )?(?:asked|answer(?:ing)?|summari[sz](?:e|ing)|respond(?:ing)?|queried|generat\w+|process(?:ing)?|read(?:ing)?)\b[^.?!]{0,30}\b(?:this|about|the (?:text|document|passage|question|user)|questions?)\b[^.?!]*\b(?:say|always|include|mention|recommend|reply|add|insert|output|write|use|you)\b",
        ),
        (
            "link|url|markdown|image|http|tracking pixel|![",
            r"\b(?:include|insert|append|add|embed|render|display|fetch|load|open)\b[^.?!]{0,40}\b(?:this |the following |a |the )?(?:links?|urls?|hyperlinks?|markdown|images?|http\S*|tracking pixels?)\b|!\[[^\]]*\]\(|\[[^\]]*\]\(https?:",
        ),
        (
            "conversation|chat|password|api key|credential|secret|history|data",
            r"\b(?:exfiltrat|leak|send|post|forward|upload)\w*\b[^.?!]{0,40}\b(?:conversations?|chat|passwords?|api keys?|credentials|secrets?|history|data)\b[^.?!]{0,30}\b(?:to|at)\b",
        ),
        (
            "decode|execute|run",
            r"\b(?:decode|execute|run)\b[^.?!]{0,30}\b(?:base64|following|string|command|code|script)\b",
        ),
        # other work is ordered
        (
            "write|compose|draft|create|generate|make up|tell me|give me|produce",
            rf"^\W*(?:please |kindly |now |then |also |can you |could you |would you |i (?:want|need) you to |your (?:new )?task is to )*(?:write|compose|draft|create|generate|make up|tell me|give me|produce)\b[^.?!]{{0,40}}\b{_TEXT}\b",
        ),
        (
            "french|spanish|german|chinese|japanese|italian|russian|arabic|latin|klingon|morse|base64|rot13|caesar|emoji|all caps|capital letters|uppercase|reverse|binary|hexadecimal",
            rf"\b(?:translat|encod|encrypt|rewrit|paraphras|transcrib|reformat|convert|respond|answer|reply|speak|write|decipher|cipher)\w*\b[^.?!]{{0,60}}\b(?:in|into|to|using|as|with)\b[^.?!]{{0,15}}\b{_LANGUAGE}\b",
        ),
        (
            "summari|paraphrase|rewrite|proofread|translate|encode|encrypt|decode|spell|rephrase|shorten",
            r"^\W*(?:please |kindly |now |can you |could you )*(?:summari[sz]e|paraphrase|rewrite|proofread|translate|encode|encrypt|decode|spell-?check|rephrase|shorten) (?:the |this |that |all |every |your |above |following )",
        ),
        (
            "tell me|give me|show me|find me|help me|let me know|plan me|book me|order me|what's|whats|recommend me|what is your|what are your",
            r"^\W*(?:please |kindly |can you |could you )*(?:tell me|give me|show me|find me|help me|let me know|plan me|book me|order me|what'?s|recommend me)\b|\bwhat (?:is|are) your\b",
        ),
        # something is sold
        (
            "click |sign up|subscribe|login|log in|buy |order |shop now|call now|act now|download |offer|discount|promo|coupon|money|free |off|win a|you've|you have|visit |follow us|selling",
            r"\b(?:click (?:here|on|the|this|below)|sign up|subscribe|log ?in (?:at|to|here)|buy (?:now|today|it|yours)|order (?:now|today|yours|online)|shop now|call now|act now|download (?:our|the|now|this)|(?:limited|special|exclusive)[- ]?(?:time )?offers?|"
            r"discount(?:s|ed)?\b|promo(?:tion)? code|coupon|money[- ]back|free (?:shipping|gift|trial (?:today|now))|%\s?off\b|win an?|you(?:'ve| have) (?:won|been selected)|visit (?:our|us|www|http\S*|[\w.-]+\.(?:com|net|org))|follow us|best[- ]selling)\b",
        ),
    )
)  # fmt: skip


def _one_of(words: Sequence[str]) -> str:
    """A pattern for any of these words that tries each letter once: several times as quick as one after another."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    ways = [re.escape(letter) + ("" if "" in rest else _one_of(rest)) for letter, rest in by_letter.items()]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _is_sign(held: str) -> bool:
    return not any(map(str.isalpha, held))


_HELD = re.compile(_one_of([word for held, _ in _PATTERNS for word in held if not _is_sign(word)]))
# To be tried where none of these words is there: signs are, in many sentences, and would have all patterns tried.
_SIGNED = tuple(entry for entry in _PATTERNS if any(map(_is_sign, entry[0])))
_CODED_LENGTH = 40
# Letters besides A to Z that the patterns, which ignore case, take for one of them.
_LIKE_ASCII = str.maketrans("\u017f\u0131\u0130\u212a", "siik")
_CODED = re.compile(
    r"(?<![A-Za-z0-9+/])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/])",
    re.I,
)
# Those who use a medicine or a device are told things, too.
_CLINICAL_ADDRESSEE = re.compile(r"\b(?:tell|ask|inform|advise|remind|urge) (?:the |every |all |each )?(?:drug|injection|opioid|substance|service|wheelchair|contraceptive|inhaler) users?\b", re.I)  # fmt: skip


def is_instruction(sentence: str) -> bool:
    """Whether a sentence steers who answers, orders other work or sells, instead of saying something medical."""
    plain = sentence.lower() if sentence.isascii() else sentence.translate(_LIKE_ASCII).lower()
    near = _PATTERNS if _HELD.search(plain) else _SIGNED
    found = any(_holds_one(plain, held) and pattern.search(sentence) for held, pattern in near)
    if not found and max(map(len, sentence.split()), default=0) >= _CODED_LENGTH:
        found = _CODED.search(sentence) is not None
    return found and _CLINICAL_ADDRESSEE.search(sentence) is None


def _holds_one(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - any() over a generator takes twice as long, and this is all that it takes
        if word in text:
            return True
    return False


_PARTS = re.compile(
    r"(?<=[=/])\s+(?=[A-Z])|(?<=[.!?])[\"'”’)\]]*\s+|\s*\n\s*|\s+(?=(?:<\||\[INST|SYSTEM:|ASSISTANT:|###))"
)
# What, at the beginning of a question, only asks politely for the answer.
_POLITE = re.compile(r"^\W*(?:please |kindly |can you |could you )*(?:tell me|give me|show me|help me|let me know|summari[sz]e|what'?s|what (?:is|are) your)\b", re.I)  # fmt: skip


def without_instructions(message: str) -> str:
    """What of a message is not an instruction to who answers; the message itself when nothing else would be left."""
    parts = [part for part in _PARTS.split(message) if part and part.strip()]
    kept = [part for part in parts if _POLITE.match(part) or not is_instruction(part)]
    return " ".join(kept) if kept and len(kept) < len(parts) else message
