"""The addresses of the pages."""

from django.urls import path

from goodstanding.web.step_pages import STEPS
from goodstanding.web.views import (
    cases,
    checks,
    desk,
    guide,
    objections,
    organisation,
    oversight,
    own,
    recalls,
    records,
    sandbox,
    search,
    session,
    tasks,
    upload,
    uploads,
)
from goodstanding.web.views.steps import step

app_name = "web"
urlpatterns = [
    path("", search.search, name="search"),
    path("guide", guide.guide, name="guide"),
    path("sign-in", session.sign_in, name="sign-in"),
    path("sign-out", session.sign_out, name="sign-out"),
    path("organisations/<str:code>", organisation.organisation, name="organisation"),
    path("records/<str:id>", records.record, name="record"),
    path("desk", desk.desk, name="desk"),
    path("cases", cases.cases, name="cases"),
    path("cases/<str:id>", cases.case, name="case"),
    path("objections/<str:id>", objections.objection, name="objection"),
    path("uploads", uploads.uploads, name="uploads"),
    path("uploads/templates/<str:kind>.xlsx", uploads.template, name="template"),
    path("uploads/<str:id>", upload.upload, name="upload"),
    path("uploads/<str:id>/commit", upload.commit, name="commit"),
    path("uploads/<str:id>/cancel", upload.cancel, name="cancel"),
    path("uploads/<str:id>/needs-work.xlsx", upload.needs_work, name="needs-work"),
    path("check", checks.check, name="check"),
    path("receipts/<str:id>", checks.receipt, name="receipt"),
    path("tasks", tasks.tasks, name="tasks"),
    path("tasks/<str:id>", tasks.task, name="task"),
    path("recalls", recalls.recalls, name="recalls"),
    path("recalls/<str:id>/acknowledgement", recalls.acknowledge, name="acknowledge"),
    path("reopenings/<str:id>/outcome", recalls.conclude, name="conclude"),
    path("own", own.own, name="own"),
    path("own/<str:code>", own.own_of, name="own-of"),
    path("sandbox", sandbox.sandbox, name="sandbox"),
    path("oversight", oversight.oversight, name="oversight"),
    *(path(page.path, step(page), name=page.name) for page in STEPS),
]
