"""Lists of councillors coming in, and people's data going out."""

from django.urls import path

from members.views import exports, feeds

urlpatterns = [
    path("feeds/", feeds.FeedList.as_view(), name="feed-list"),
    path("feeds/new/", feeds.FeedCreate.as_view(), name="feed-create"),
    path("feeds/<uuid:public_id>/", feeds.FeedDetail.as_view(), name="feed-detail"),
    path("feeds/<uuid:public_id>/progress/", feeds.FeedProgress.as_view(), name="feed-progress"),
    path("feeds/<uuid:public_id>/take/", feeds.feed_take, name="feed-take"),
    path("feeds/<uuid:public_id>/drop/", feeds.feed_drop, name="feed-drop"),
    path("exports/", exports.ExportList.as_view(), name="export-list"),
    path("exports/<slug:form>/", exports.export_download, name="export-download"),
    path("people/<uuid:public_id>/data/", exports.PersonData.as_view(), name="person-data"),
    path("people/<uuid:public_id>/data/download/", exports.person_download, name="data-download"),
]
