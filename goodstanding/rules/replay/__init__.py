"""The checks of the past asked again under a version of the law: which answers would flip?"""
