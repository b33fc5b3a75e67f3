"""What the step of making a promise is about: an organisation and a text of the catalogue."""

from django.urls import reverse

from goodstanding.register.reading import stream_of
from goodstanding.rules.errors import refuse
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.subjects import Subject, ToPromise, work_of
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit


def to_promise(visit: Visit, id: str) -> Subject:
    """The organisation and the template of an address ``CODE.template``."""
    code, _dot, name = id.partition(".")
    template = visit.law.rulebook.commitments.get(name) if visit.law else None
    if template is None:
        refuse(PageUnknown())
    work = work_of(code if stream_of(code) == code else "") or refuse(PageUnknown())
    # At the counter only a department that accepts it enters what was promised on paper.
    own = visit.actor.department
    department = own if own in template.departments else ""
    state = ToPromise(id=id, organisation=code, department=department, template=template)
    url = reverse("web:own-promises", args=[code])
    return Subject(id=id, state=state, work=work, title=in_language(template.title), url=url)
