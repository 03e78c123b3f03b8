"""Utväxla paket: make one of an audit, and read one in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from revtrack.domain.errors import RevTrackError
from revtrack.domain.exchange.merging import Side
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import typed_path
from revtrack.services.exchange.packages.keys import fingerprint, own_key, public_part
from revtrack.services.exchange.packages.making import MadePackage, Wanted, make_package
from revtrack.services.exchange.packages.taking import (
    PackageReport,
    Taking,
    read_package,
    sender_of,
)
from revtrack.services.exchange.packages.views import Audience
from revtrack.services.find import find_audit
from revtrack.settings import package_key_file
from revtrack.wording import _, ngettext

ENDING = ".rtpaket"
NOT_COMPARED, COMPARED = "not_compared", "compared"


class MakePackageWish(Wish[MadePackage]):
    """An audit as it stands, signed, for somebody with a register of their own."""

    def __init__(self, desk: Desk, references: Sequence[str], reference: str = "") -> None:
        """Take the audits that there are, and the one that is proposed."""
        super().__init__(desk, _("Make a package"))
        self._references = references
        self._reference = reference

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("Create")

    def fields(self) -> Sequence[FormField]:
        """Return the audit, for whom, and the file."""
        return (
            FormField(
                "audit", _("Audit"), value=self._reference, known=self._references, is_required=True
            ),
            FormField(
                "audience",
                _("Made for"),
                Kind.CHOICE,
                choices=(
                    (Audience.CLERK.value, _("A clerk: nothing of the auditors' own notes")),
                    (Audience.AUDITORS.value, _("Auditors or a firm: everything")),
                ),
            ),
            FormField("partner", _("To"), hint=_("whom it is for, in your words")),
            FormField("file", _("File"), Kind.PATH, self._file(self._reference), is_required=True),
        )

    def _file(self, reference: str) -> str:
        name = reference.replace("/", "-").strip()
        return str(self.desk.documents_folder.absolute() / f"{name}{ENDING}") if name else ""

    def proposals(self, typed: Typed) -> Mapping[str, str]:
        """Name the file after the audit."""
        return {"file": self._file(typed.text("audit"))}

    def told(self, typed: Typed) -> str:
        """Say what is done with it."""
        del typed
        return _("It becomes a file to send as you choose. Nothing is sent from here.")

    def carry_out(self, typed: Typed) -> MadePackage:
        """Write the package and return it."""
        path = typed_path(typed.text("file"))
        if path is None:
            raise RevTrackError("Write which file it is.")
        store = self.desk.store
        audit = find_audit(store, typed.text("audit"))
        wanted = Wanted(audit.id, typed.line("partner"), Audience(typed.text("audience")))
        return make_package(store, wanted, path.absolute(), self.desk.today, package_key_file())


@dataclass(frozen=True)
class Opened:
    """A package that was looked at and not read in."""

    path: Path
    content: bytes
    report: PackageReport


class OpenPackageWish(Wish[Opened]):
    """Which package; what it brings is shown first."""

    def __init__(self, desk: Desk) -> None:
        """Take the open register."""
        super().__init__(desk, _("Read in a package"))

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("See what it holds")

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        hint = _("for example ESK-2022-1.rtpaket; → completes")
        return (FormField("file", _("File"), Kind.PATH, hint=hint, is_required=True),)

    def told(self, typed: Typed) -> str:
        """Say that nothing is changed yet."""
        del typed
        return _("What it brings is shown first; nothing is changed yet.")

    def carry_out(self, typed: Typed) -> Opened:
        """Return what it would bring."""
        path = typed_path(typed.text("file"))
        if path is None:
            raise RevTrackError("Write which file it is.")
        try:
            content = path.read_bytes()
        except OSError as fault:
            raise RevTrackError(
                "{path} could not be read: {reason}.", path=path, reason=fault
            ) from fault
        taking = Taking(self.desk.today, own_signer=_own_signer(), is_trial=True)
        report = read_package(self.desk.store, content, path.name, taking)
        return Opened(path, content, report)


class ReadPackageWish(Wish[PackageReport]):
    """That the package is read in, once its key is known to be the sender's."""

    def __init__(self, desk: Desk, opened: Opened, chosen: Mapping[str, Side]) -> None:
        """Take what was looked at, and the sides that were chosen in its conflicts."""
        super().__init__(desk, _("Read in the package"))
        self._opened = opened
        self._chosen = chosen

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("Read in")

    def fields(self) -> Sequence[FormField]:
        """Return whether the key has been compared, where it is not known."""
        if self._opened.report.is_signer_known:
            return ()
        choices = (
            (NOT_COMPARED, _("No, not yet")),
            (COMPARED, _("Yes: it is the sender's key")),
        )
        return (FormField("compared", _("Key compared"), Kind.CHOICE, choices=choices),)

    def told(self, typed: Typed) -> str:
        """Say how a key is compared."""
        del typed
        said = _(
            "The key that signed it is not known here: {signer}\nCall the sender, and read it to "
            "each other before you read in the package."
        )
        return said.format(signer=self._opened.report.signer)

    def carry_out(self, typed: Typed) -> PackageReport:
        """Read it in and return what was done."""
        report, desk = self._opened.report, self.desk
        if not report.is_signer_known and typed.text("compared") != COMPARED:
            raise RevTrackError("Compare the key with the sender's first. Nothing was read in.")
        taking = Taking(desk.today, own_signer=_own_signer(), chosen=dict(self._chosen) or None)
        if not report.is_signer_known:
            taking = replace(taking, trust=report.signer)
        return read_package(desk.store, self._opened.content, self._opened.path.name, taking)


def _own_signer() -> str | None:
    """Return the fingerprint of one's own key, None where there is none yet."""
    path = package_key_file()
    return fingerprint(public_part(own_key(path))) if path.exists() else None


# ---- what is told of packages


def made_told(made: MadePackage) -> tuple[str, ...]:
    """Return what is to be done about a package that was made, and what it lacks."""
    said = _("Signed with the key {signer}. Read it to the receiver over the telephone.")
    told = [said.format(signer=made.signer)]
    if not made.is_new:
        told.append(_("It says nothing that has not been exchanged before."))
    missing = _("The attached file {name} is not in the register.")
    return (*told, *(missing.format(name=name) for name in made.missing_files))


def opened_told(report: PackageReport) -> tuple[str, ...]:
    """Return whose a package is, and what else is to be known before it is read in."""
    manifest = report.manifest
    said = _("From {sender}, {municipality}, made {day}.")
    told = [
        said.format(
            sender=sender_of(manifest), municipality=manifest.municipality, day=manifest.made_on
        )
    ]
    if report.read_before_on is not None:
        told.append(_("It was read in on {day}.").format(day=report.read_before_on))
    if report.drafts_left_out:
        drafts = ngettext(
            "{n} draft was left out: by its settings the office does not take drafts in.",
            "{n} drafts were left out: by its settings the office does not take drafts in.",
            report.drafts_left_out,
        )
        told.append(drafts.format(n=report.drafts_left_out))
    return tuple(told)


def read_told(report: PackageReport) -> str:
    """Return how much was read in, and what is left to settle."""
    count = sum(sum(numbers) for numbers in report.counts.values())
    said = ngettext(
        "The package is read in: {n} change.", "The package is read in: {n} changes.", count
    ).format(n=count)
    left = len(report.conflicts)
    more = ngettext("{n} is to be settled.", "{n} are to be settled.", left).format(n=left)
    return f"{said} {more}" if left else said


def settled_told(count: int) -> str:
    """Return how many conflicts were settled."""
    said = ngettext("{n} conflict is settled.", "{n} conflicts are settled.", count)
    return said.format(n=count)
