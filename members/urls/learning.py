"""Addresses of learning: what I should learn and read, courses, sessions and the library."""

from django.urls import path

from members.views import courses, learning, library, sessions

urlpatterns = [
    path("learning/", learning.LearningList.as_view(), name="learning-list"),
    path("courses/", courses.CourseList.as_view(), name="course-list"),
    path("courses/new/", courses.CourseCreate.as_view(), name="course-create"),
    path("courses/<uuid:public_id>/", courses.CourseDetail.as_view(), name="course-detail"),
    path("courses/<uuid:public_id>/change/", courses.CourseUpdate.as_view(), name="course-update"),
    path("courses/<uuid:public_id>/plan/", courses.SessionCreate.as_view(), name="session-create"),
    path("sessions/<uuid:public_id>/", sessions.SessionDetail.as_view(), name="session-detail"),
    path("sessions/<uuid:public_id>/attendance/", sessions.AttendanceUpdate.as_view(), name="session-attendance"),
    path("sessions/<uuid:public_id>/confirm/", sessions.SessionConfirm.as_view(), name="session-confirm"),
    path("sessions/<uuid:public_id>/cancel/", sessions.session_cancel, name="session-cancel"),
    path("readings/", library.ReadingList.as_view(), name="reading-list"),
    path("readings/new/", library.ReadingCreate.as_view(), name="reading-create"),
    path("readings/<uuid:public_id>/", library.ReadingDetail.as_view(), name="reading-detail"),
    path("readings/<uuid:public_id>/change/", library.ReadingUpdate.as_view(), name="reading-update"),
    path("readings/<uuid:public_id>/readers/", library.ReadingReaders.as_view(), name="reading-readers"),
    path("readings/<uuid:public_id>/confirm/", library.ReadingConfirm.as_view(), name="reading-confirm"),
    path("readings/<uuid:public_id>/publish/", library.reading_publish, name="reading-publish"),
    path("readings/<uuid:public_id>/withdraw/", library.reading_withdraw, name="reading-withdraw"),
    path("readings/<uuid:public_id>/acknowledge/", library.reading_acknowledge, name="reading-acknowledge"),
]
