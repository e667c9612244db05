"""A round meets every event in every order; what was promised holds after each."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
)

from bot.quiz import events as e
from bot.quiz.plan import Plan
from bot.quiz.round import LAG_SECONDS, REVEAL_SECONDS, Phase, advance, opened
from bot.quiz.scoring import Ballot, tallies

QUESTIONS = ("a", "b", "c")
PLAN = Plan(count=3, seconds=20)


def begun(now=0.0):
    return advance(opened(PLAN, now), e.Begun(QUESTIONS))


def asked(awaited=2, now=0.0):
    current, _ = begun(now)
    return advance(current, e.Posted(1, awaited, now))[0]


def test_a_round_begins_with_its_board_and_its_first_question():
    current, deeds = begun()
    assert deeds == (e.ShowBoard(), e.Ask(1))
    assert current.phase is Phase.ASKING


def test_time_closes_a_question_once_telegram_must_have_closed_it():
    current = asked()
    assert advance(current, e.Ticked(20 + LAG_SECONDS - 0.1)) == (current, ())
    revealed, deeds = advance(current, e.Ticked(20 + LAG_SECONDS))
    assert deeds == (e.Close(1), e.ShowBoard())
    later = revealed.due_at
    assert later == 20 + LAG_SECONDS + REVEAL_SECONDS
    assert advance(revealed, e.Ticked(later))[1] == (e.Ask(2),)


def test_a_question_closes_early_when_all_who_joined_have_voted():
    current, deeds = advance(asked(awaited=2), e.Voted(1, was_awaited=True, now=3.0))
    assert (current.phase, deeds) == (Phase.OPEN, ())
    current, deeds = advance(current, e.Voted(1, was_awaited=False, now=3.5))
    assert current.phase is Phase.OPEN
    current, deeds = advance(current, e.Voted(1, was_awaited=True, now=4.0))
    assert (current.phase, deeds) == (Phase.REVEAL, (e.Close(1), e.ShowBoard()))


def test_where_nobody_joined_a_question_takes_its_time():
    current, deeds = advance(asked(awaited=0), e.Voted(1, was_awaited=False, now=3.0))
    assert (current.phase, deeds) == (Phase.OPEN, ())


def test_stop_leaves_the_open_question_out():
    current, deeds = advance(asked(), e.StopAsked())
    assert deeds == (e.Void(1), e.Finish())
    assert (current.is_over, current.number) == (True, 0)


def test_a_pause_waits_for_the_open_question_and_resume_goes_on_with_the_next():
    current, _ = advance(asked(awaited=1), e.PauseAsked(1.0))
    current, deeds = advance(current, e.Voted(1, was_awaited=True, now=2.0))
    assert current.phase is Phase.PAUSED
    assert e.Say(e.Notice.PAUSED) in deeds
    assert e.Ask(2) in advance(current, e.ResumeAsked())[1]


def test_a_refused_question_is_asked_again_after_the_pause():
    current, deeds = advance(begun()[0], e.Refused(1, 5.0))
    assert current.phase is Phase.PAUSED
    assert e.Say(e.Notice.CANNOT_POST) in deeds
    assert e.Ask(1) in advance(current, e.ResumeAsked())[1]


def test_after_a_short_absence_the_same_question_goes_on_with_time_to_catch_up():
    current, deeds = advance(asked(), e.Restarted(100.0))
    assert deeds == (e.Untime(1), e.Say(e.Notice.BACK))
    assert (current.phase, current.due_at) == (Phase.OPEN, 105.0)


def test_after_an_hour_away_the_round_is_paused_with_its_votes():
    current, deeds = advance(asked(), e.Restarted(3700.0))
    assert current.phase is Phase.PAUSED
    assert e.Close(1) in deeds
    assert deeds[-1] == e.Say(e.Notice.LONG_AWAY)


def test_no_round_begins_without_questions():
    lobby = opened(PLAN, 0.0)
    assert advance(lobby, e.Begun(())) == (lobby, ())


def test_a_pause_that_was_asked_for_is_announced_once():
    pausing, deeds = advance(asked(), e.PauseAsked(1.0))
    assert e.Say(e.Notice.PAUSING) in deeds
    assert advance(pausing, e.PauseAsked(2.0)) == (pausing, ())


def test_a_question_that_cannot_be_posted_is_void_and_the_next_one_is_asked():
    current, deeds = advance(begun()[0], e.Unusable(1))
    assert deeds == (e.Void(1), e.Say(e.Notice.UNUSABLE), e.Ask(2))
    assert (current.phase, current.number) == (Phase.ASKING, 2)


def test_a_pause_that_was_asked_for_before_a_long_absence_is_not_announced_twice():
    pausing, _ = advance(asked(), e.PauseAsked(1.0))
    current, deeds = advance(pausing, e.Restarted(3700.0))
    assert current.phase is Phase.PAUSED
    assert [deed for deed in deeds if isinstance(deed, e.Say)] == [e.Say(e.Notice.LONG_AWAY)]


def test_a_supergroup_gets_the_open_question_again():
    current, deeds = advance(asked(), e.Moved())
    assert current.phase is Phase.ASKING
    assert deeds[0] == e.Void(1)
    assert deeds[-1] == e.Ask(1)


def test_a_question_that_arrives_after_the_round_is_taken_back():
    stopped, _ = advance(begun()[0], e.StopAsked())
    assert advance(stopped, e.Posted(1, 2, 1.0))[1] == (e.TakeBack(1),)


def test_a_lobby_starts_itself_only_where_that_was_asked_for():
    assert advance(opened(PLAN, 0.0, wait=60), e.Ticked(60))[1] == (e.BeginNow(),)
    current, deeds = advance(opened(PLAN, 0.0), e.Ticked(3600))
    assert (current.is_over, deeds) == (True, (e.Say(e.Notice.EXPIRED),))


PLAYERS = st.integers(1, 5)


class AnyRound(RuleBasedStateMachine):
    """A chat that delivers questions late, twice or never, and players who press anything."""

    posts = Bundle("posts")

    @initialize(wait=st.none() | st.just(30.0))
    def open_lobby(self, wait):
        self.now = 0.0
        self.round = opened(PLAN, self.now, wait)
        self.joined = set()
        self.asked = []  # every Ask, in order
        self.valid = {}  # number -> ballots of its valid post
        self.announced = {}  # (player, number) -> whether the answer was counted as right
        self.ends = 0
        self.left_out = set()
        self.begins = 0

    def happen(self, event):
        before = self.round
        self.round, deeds = advance(self.round, event)
        assert not (before.is_over and any(isinstance(d, e.Ask | e.Finish) for d in deeds))
        for deed in deeds:
            self.do(deed)

    def do(self, deed):
        match deed:
            case e.Ask(number):
                assert number not in self.valid, "a question that counts is asked twice"
                self.asked.append(number)
                self.valid[number] = {}
                self.left_out.discard(number)
            case e.Void(number):
                del self.valid[number]
                self.left_out.add(number)
            case e.Finish():
                self.ends += 1
            case e.BeginNow():
                self.happen(e.Begun(QUESTIONS))

    @rule(target=posts)
    def begin(self):
        self.happen(e.Begun(QUESTIONS))
        return self.round.number

    @precondition(lambda self: self.round.phase is Phase.ASKING)
    @rule(target=posts)
    def deliver(self):
        self.happen(e.Posted(self.round.number, len(self.joined), self.now))
        return self.round.number

    @rule(number=consumes(posts))
    def deliver_late(self, number):
        self.happen(e.Posted(number, len(self.joined), self.now))

    @rule(player=PLAYERS)
    def join(self, player):
        if player not in self.joined:
            self.joined.add(player)
            self.happen(e.Joined())

    @rule(player=PLAYERS, is_right=st.booleans(), number=st.integers(1, 3))
    def vote(self, player, is_right, number):
        votes = self.valid.get(number)
        if votes is None or player in votes:
            return  # the store's key: the first vote of a player counts, in a post that counts
        if number == self.round.number and self.round.phase is Phase.ASKING:
            return  # nobody votes in what is not there
        votes[player] = is_right
        self.announced[player, number] = is_right
        self.happen(e.Voted(number, was_awaited=player in self.joined, now=self.now))

    @rule(seconds=st.sampled_from([1.0, 6.0, 22.0, 700.0]))
    def tick(self, seconds):
        self.now += seconds
        self.happen(e.Ticked(self.now))

    @rule(seconds=st.sampled_from([1.0, 60.0, 3600.0]))
    def restart(self, seconds):
        self.now += seconds
        self.happen(e.Restarted(self.now))

    @rule(number=st.integers(1, 3))
    def refuse(self, number):
        self.happen(e.Refused(number, self.now))

    @precondition(lambda self: self.round.phase is Phase.ASKING)
    @rule()
    def find_fault(self):
        self.happen(e.Unusable(self.round.number))

    @precondition(lambda self: self.round.phase is Phase.ASKING)
    @rule()
    def doubt(self):
        self.happen(e.InDoubt(self.round.number))

    @rule(
        event=st.sampled_from(["pause", "resume", "stop", "move", "remove"]),
    )
    def command(self, event):
        made = {
            "pause": e.PauseAsked(self.now),
            "resume": e.ResumeAsked(),
            "stop": e.StopAsked(),
            "move": e.Moved(),
            "remove": e.Removed(self.now),
        }
        self.happen(made[event])

    @invariant()
    def a_round_ends_at_most_once_and_then_nothing_is_due(self):
        assert self.ends <= 1
        if self.round.is_over:
            assert self.round.due_at is None
            assert self.round.awaited == 0

    @invariant()
    def a_round_always_moves_on_by_time_or_by_its_post(self):
        if not self.round.is_over and self.round.phase is not Phase.ASKING:
            assert self.round.due_at is not None

    @invariant()
    def questions_are_asked_in_order_and_never_too_many(self):
        assert 0 <= self.round.number <= len(QUESTIONS)
        assert sorted(self.asked) == self.asked
        passed = {number for number in self.left_out if number <= self.round.number}
        assert set(self.valid) | passed == set(range(1, self.round.number + 1))
        assert not set(self.valid) & self.left_out

    @invariant()
    def points_are_the_sum_of_what_was_announced(self):
        counted = sorted(self.valid)
        ballots = [
            Ballot(player, number, is_right)
            for number, votes in self.valid.items()
            for player, is_right in votes.items()
        ]
        for player, tally in tallies(PLAN, counted, ballots).items():
            announced = [
                is_right
                for (who, number), is_right in self.announced.items()
                if who == player and number in self.valid
            ]
            assert tally.points == sum(announced)
            assert tally.answered == len(announced) <= self.round.number


AnyRound.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
test_any_round = AnyRound.TestCase
