from articles.demo.ahead import written
from articles.demo.writer import Plan


def test_other_processes_write_the_same_in_the_same_order():
    plan = Plan(1_500)
    assert list(written(plan, 1)) == list(written(plan, 0))
