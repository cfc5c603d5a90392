"""How an article is cited."""

from datetime import date

import pytest

from articles.transfer.citing import citation

DAY = date(2024, 11, 5)
URL = "https://z.example/a"


@pytest.mark.parametrize(
    ("authors", "headline", "said"),
    [
        (["Karl Voss"], "Der Riss", "Karl Voss: Der Riss. In: Newsroom, 5. November 2024. https://z.example/a"),
        (["A B", "C D"], "Der Riss", "A B, C D: Der Riss. In: Newsroom, 5. November 2024. https://z.example/a"),
        ([], "Wer war es?", "Wer war es? In: Newsroom, 5. November 2024. https://z.example/a"),
    ],
)
def test_it_names_author_title_paper_and_day(authors, headline, said):
    assert citation(authors, headline, DAY, URL) == said
