"""The security headers are the same wherever they are told."""

from referat.site import headers


def test_nothing_is_allowed_that_is_not_from_the_site() -> None:
    policy = headers.SECURITY_HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy


def test_a_page_carries_the_policy_without_what_a_meta_element_cannot_say() -> None:
    header, meta = headers.SECURITY_HEADERS["Content-Security-Policy"], headers.META_POLICY
    assert header == f"{meta}; frame-ancestors 'none'"


def test_headers_are_given_for_the_folder_that_the_site_lies_in() -> None:
    lines = headers.headers_file("/referat").splitlines()
    assert [line for line in lines if not line.startswith("  ")] == [
        "/referat/*",
        "/referat/aktiver/*",
        "/referat/data/*",
    ]
    assert "  X-Content-Type-Options: nosniff" in lines


def test_only_files_whose_name_changes_with_their_content_are_kept_for_ever() -> None:
    blocks = headers.headers_file().split("\n/")
    assert [block.splitlines()[0] for block in blocks if "immutable" in block] == ["aktiver/*"]
