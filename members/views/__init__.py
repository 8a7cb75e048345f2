from members.views.site import Accessibility, Cookies, Help, Home, Privacy

__all__ = ["Accessibility", "Cookies", "Help", "Home", "Privacy"]
