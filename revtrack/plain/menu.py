"""Menus and long lists: what can be chosen is numbered and read as sentences, page by page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NoReturn

from revtrack.domain.errors import N_, GoneError, RevTrackError
from revtrack.domain.filtering import Facts, Filter, parse_filter
from revtrack.domain.texts.prose import name_key
from revtrack.domain.undoing import Direction
from revtrack.forms.desk import Desk
from revtrack.plain.console import BackError, Console, LeaveError, Order, order_of, order_word
from revtrack.plain.doing import word_here
from revtrack.plain.turning import turn
from revtrack.services.changing.subjects import Subject
from revtrack.wording import _, ngettext
from revtrack.wording.filter_names import filter_names

PAGE = 20
"""Rows that are read before one is asked."""
MOST_REPEATED = 60
"""Letters of an answer that are said again."""
NEXT, EARLIER, SEARCH = N_("next|n"), N_("previous|p"), N_("search|find")


class RemovedError(Exception):
    """What a menu is about has been removed or is done with, so that it is left."""


@dataclass(frozen=True)
class Option:
    """Something that can be chosen: a row of a list, or what can be done."""

    sentence: str
    act: Callable[[], None] | None = None
    """None: it is only read."""
    facts: Facts = field(default_factory=dict)
    """What a filter finds it by, besides its words."""
    found_by: str = ""
    """More words that it is found by."""
    subject: Subject | None = None
    """What a row of a list stands for, where it can be changed."""


@dataclass(frozen=True)
class RowOrder:
    """What can be done to rows of a list: a word, with what is written after it."""

    words: str
    """The words for it as the catalogue has them, the first one told: "change|edit"."""
    after: str
    """What is written after the word, in words: "numbers"; empty where nothing is."""
    help_text: str
    act: Callable[[str, Sequence[Option]], None]
    """Is given what is written after the word, and the rows in their order."""

    @property
    def told(self) -> str:
        """The word, and what is written after it."""
        word = _(self.words).split("|")[0]
        said = _("{word} with {after}")
        return said.format(word=word, after=self.after) if self.after else word


Options = Callable[[], Sequence[Option]]


@dataclass
class Dialogue:
    """One person's dialogue with the open register."""

    console: Console
    desk: Desk
    """Another one once a setting is changed."""

    def say(self, text: str) -> None:
        """Say something."""
        self.console.say(text)

    def may_write(self) -> bool:
        """Tell whether the register may be changed; where not, it is said."""
        if self.desk.is_past:
            said = _("This is the register as it stood, so nothing can be changed in it.")
            self.say(said)
        elif self.desk.store.is_read_only:
            self.say(
                _(
                    "The register is open for reading only, so nothing can be changed. "
                    "Open it again without --read-only."
                )
            )
        return not self.desk.store.is_read_only

    # ---- menus

    def menu(
        self, title: Callable[[], str], options: Options, nowhere_to_go: str | None = None
    ) -> None:
        """Let things be chosen until somebody backs out; what has changed is read anew.

        ``nowhere_to_go`` is what the first menu says instead.
        """
        read, has_acted = "", False
        while True:
            try:
                found, page = _menu_page(title, options)
            except GoneError:  # what was shown has just been removed
                if has_acted:
                    return
                raise
            read = self._read_anew(page, read, has_acted=has_acted)
            prompt = _("Choose 1 to {n}, for example 1 (? help, empty line: back):")
            if len(found) == 1:
                prompt = _("Choose 1 (? help, empty line: back):")
            answer = self.console.read(prompt.format(n=len(found)))
            read = "" if order_of(answer) is Order.HELP else read
            try:
                chosen = self._chosen(answer, found)
            except BackError:
                if nowhere_to_go is None:
                    return
                self.say(nowhere_to_go)
                chosen = None
            try:
                has_acted = self.carry_out(chosen)
            except RemovedError:
                return

    def browse(
        self, title: str, options: Options, nothing: str, orders: Sequence[RowOrder] = ()
    ) -> None:
        """Read a list page by page; rows are chosen by number, found by words and fields.

        ``orders`` are what can be done to its rows besides.
        """
        first, typed, read, has_acted = 0, "", "", False
        while True:
            found = [each for each in options() if _keeps(typed, each)]
            first = min(first, max(len(found) - 1, 0) // PAGE * PAGE)
            page = _page(title, found, first, typed, nothing)
            read = self._read_anew(page, read, has_acted=has_acted)
            if not found and not typed:
                return
            answer = self.console.read(_rows_told(first, len(found), orders))
            chosen = None
            if (rest := _rest(answer, SEARCH)) is not None:
                typed, first = self._searched(rest, typed), 0
            elif _is(answer, NEXT):
                first = first + PAGE if first + PAGE < len(found) else first
            elif _is(answer, EARLIER):
                first = max(first - PAGE, 0)
            elif (given := _given(answer, orders, found)) is not None:
                chosen = given
            else:
                read = "" if order_of(answer) is Order.HELP else read
                try:
                    chosen = self._chosen(answer, found, orders)
                except BackError:
                    return
            has_acted = self.carry_out(chosen)

    def _read_anew(self, page: str, read: str, *, has_acted: bool) -> str:
        """Read a page, or only its title where it was read last and one comes back; return it."""
        if page != read or has_acted:
            self.say("")
            self.say(page if page != read else page.partition("\n")[0])
        return page

    def _searched(self, rest: str, before: str) -> str:
        """Return what is looked for from now on; a filter that cannot be read changes nothing."""
        try:
            parse_filter(rest, filter_names())
        except RevTrackError as refusal:
            self.say(word_here(refusal))
            return before
        return rest.strip()

    def _chosen(
        self, answer: str, options: Sequence[Option], orders: Sequence[RowOrder] = ()
    ) -> Option | None:
        """Return what an answer chooses; None where it chooses nothing, which is said.

        Raises BackError for an empty answer.
        """
        order = order_of(answer)
        if not answer or order in {Order.BACK, Order.CANCEL}:
            raise BackError
        if order is not None:
            told = [_(_HELP).format(**orders_told()), *(each.help_text for each in orders)]
            self.obey(order, "\n".join(told))
            return None
        if answer.isdecimal():
            number = int(answer[:9])
            if 1 <= number <= len(options):
                return options[number - 1]
        whole = [each for each in options if name_key(each.sentence) == name_key(answer)]
        fits = whole or [each for each in options if begins(each.sentence, answer)]
        if len(fits) == 1:
            return fits[0]
        if fits:
            said = _("“{answer}” begins several. Write the number, or more letters.")
        else:
            said = _("“{answer}” is none of them. Write a number or the first letters.")
        self.say(said.format(answer=repeated(answer)))
        return None

    def carry_out(self, option: Option | None) -> bool:
        """Do what was chosen, and tell whether anything was; what is refused is said."""
        if option is None:
            return False
        if option.act is None:
            self.say(option.sentence)
            return False
        try:
            option.act()
        except BackError:
            self.say(_("Nothing was changed."))
        except RevTrackError as refusal:
            self.say(word_here(refusal))
        return True

    def obey(self, order: Order, help_text: str) -> None:
        """Do what an order says at any question."""
        if order is Order.HELP:
            self.say(help_text)
        elif order is Order.QUIT:
            leave()
        else:
            direction = Direction.UNDO if order is Order.UNDO else Direction.REDO
            if self.may_write():
                turn(self.console, self.desk.store, direction)


def leaving(act: Callable[[], None]) -> Callable[[], None]:
    """Return what does the same and then leaves the menu that it was chosen in."""

    def do() -> None:
        act()
        raise RemovedError

    return do


def leave() -> NoReturn:
    """End the dialogue."""
    raise LeaveError


def orders_told() -> Mapping[str, str]:
    """Return the words of the orders by what they do."""
    words = {each.name.lower(): order_word(each) for each in Order if each is not Order.HELP}
    rest = {"next": NEXT, "earlier": EARLIER, "search": SEARCH}
    return words | {name: _(words).split("|")[0] for name, words in rest.items()}


_HELP = N_(
    "Write the number of what you choose, or its first letters. An empty line or {back} goes back. "
    "{undo} takes back your latest change, {redo} does it again, {quit} ends the program.\n"
    "? also reads again what can be chosen. In a list {next} and {earlier} read other rows, and "
    "{search} followed by words keeps the rows that have them; fields can be named: "
    "{search} committee:KS late. {search} alone shows all."
)


def repeated(answer: str) -> str:
    """Return an answer as it is said again where it is none of what can be chosen."""
    return answer if len(answer) <= MOST_REPEATED else f"{answer[:MOST_REPEATED]}…"


def begins(sentence: str, answer: str) -> bool:
    """Tell whether an answer is the beginning of a sentence, whole or word by word: "ny rek"."""
    said, words = name_key(answer).split(), name_key(sentence).split()
    return len(said) <= len(words) and all(
        whole.startswith(part) for part, whole in zip(said, words, strict=False)
    )


def _is(answer: str, words: str) -> bool:
    return name_key(answer) in {name_key(each) for each in _(words).split("|")}


def _rest(answer: str, words: str) -> str | None:
    """Return what is written after one of these words; None where none of them comes first."""
    for word_ in _(words).split("|"):
        begun, count = answer.split(), len(word_.split())
        if _is(" ".join(begun[:count]), words) and begun[:count]:
            return " ".join(begun[count:])
    return None


def _given(answer: str, orders: Sequence[RowOrder], found: Sequence[Option]) -> Option | None:
    """Return what an answer orders of the rows of a list; None where it orders nothing."""
    for each in orders:
        rest = _rest(answer, each.words)
        if rest is not None:
            return Option(answer, partial(each.act, rest, found))
    return None


def _keeps(typed: str, option: Option) -> bool:
    asked = parse_filter(typed, filter_names()) if typed else Filter()
    return asked.keeps(name_key(f"{option.sentence} {option.found_by}"), option.facts)


def _menu_page(title: Callable[[], str], options: Options) -> tuple[Sequence[Option], str]:
    found = options()
    listed = [f"{number} {each.sentence}" for number, each in enumerate(found, start=1)]
    return found, "\n".join([title(), *listed])


def _page(title: str, found: Sequence[Option], first: int, typed: str, nothing: str) -> str:
    lines = [title]
    if typed:
        said = ngettext("{n} row fits “{filter}”.", "{n} rows fit “{filter}”.", len(found))
        lines.append(said.format(n=len(found), filter=typed))
    elif not found:
        lines.append(nothing)
    some = found[first : first + PAGE]
    lines += [f"{number} {each.sentence}" for number, each in enumerate(some, start=first + 1)]
    return "\n".join(lines)


def _rows_told(first: int, count: int, orders: Sequence[RowOrder]) -> str:
    words = orders_told()
    search = _("{word} with {after}").format(word=words["search"], after=_("words"))
    more = [each.told for each in orders]
    if not count:
        said = _("No rows ({search} alone shows all, empty line: back):")
        return said.format(**words)
    if count > PAGE:
        said = _("Rows {first} to {last} of {count}. {orders} (? help, empty line: back):")
        known = [_("Number"), words["next"], words["earlier"], search, *more]
    elif count == 1:
        said = _("1 row. {orders} (? help, empty line: back):")
        known = [_("Number 1 opens it"), *more]
    else:
        said = _("{count} rows. {orders} (? help, empty line: back):")
        known = [_("Number"), *more, search]
    last = min(first + PAGE, count)
    return said.format(first=first + 1, last=last, count=count, orders=_either(known))


def _either(parts: Sequence[str]) -> str:
    """Return parts as a choice between them: "Number, change with numbers or search"."""
    *before, last = parts
    return _("{some} or {last}").format(some=", ".join(before), last=last) if before else last
