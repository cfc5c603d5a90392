from urllib.request import urlopen

from articles.bench.corpora import Corpus
from articles.bench.server import serving


def test_it_serves_with_the_production_server(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    with serving(Corpus("small").environment) as port, urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
        assert answer.read() == b"ok\n"
