"""What the form's script says, in the editor's language."""

from __future__ import annotations

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """`{}` stands for a time, a number or a name that the script knows."""
    return {
        "saved": _("Zwischengesichert um {}"),
        "saving": _("Wird zwischengesichert …"),
        "local": _("Der Server ist nicht zu erreichen. Ihr Text ist in diesem Browser gesichert, um {}."),
        "logged_out": _(
            "Sie sind abgemeldet. Ihr Text ist in diesem Browser gesichert und steht nach der Anmeldung hier."
        ),
        "log_in": _("In neuem Fenster anmelden"),
        "nowhere": _("Ihr Text ist nirgends gesichert: Bitte speichern Sie."),
        "take": _("Diese hier sichern, die andere verwerfen"),
        "in_browser": _("Ungesicherte Fassung in diesem Browser von {}"),
        "resume": _("Weiterschreiben"),
        "discard": _("Verwerfen"),
        "present": _("Auch in diesem Artikel: {}"),
        "drafts": _("Ungesicherte Änderungen hat: {}"),
        "newer": _("Inzwischen wurde Fassung {} gespeichert. Beim Speichern sehen Sie beide Texte."),
        "characters": _("{} Zeichen"),
        "long": _("{} Zeichen: in Listen wird gekürzt"),
        "up": _("Nach oben"),
        "down": _("Nach unten"),
        "split": _("An der Schreibmarke teilen"),
        "join": _("Mit dem nächsten verbinden"),
        "place": _("Abschnitt {}"),
        "removed": _("Abschnitt entfernt."),
        "undo": _("Rückgängig"),
    }
