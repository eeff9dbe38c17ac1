using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Shared.Ui.Feedback;

public sealed class ToasterTests
{
    private readonly TestClock _clock = new();
    private readonly Toaster _toaster;
    private int _changes;

    public ToasterTests()
    {
        _toaster = new(_clock);
        _toaster.Changed += () => _changes++;
    }

    [Fact]
    public void Good_news_goes_by_itself()
    {
        _toaster.Done("Acme was created.", "Open", "/acme");
        Assert.Equal(("Acme was created.", "Open", "/acme"), (First.Text, First.LinkText, First.Url));

        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Single(_toaster.Toasts);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(_toaster.Toasts);
        Assert.Equal(2, _changes);
    }

    [Fact]
    public void Bad_news_stays_until_it_is_read()
    {
        _toaster.Failed("The key was not forgotten.");

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.True(First.IsFailure);
        _toaster.Dismiss(First);
        Assert.Empty(_toaster.Toasts);
    }

    [Fact]
    public void What_is_said_again_stands_there_once()
    {
        _toaster.Failed("You may not change flags.");
        _toaster.Failed("Something else.");
        _toaster.Failed("You may not change flags.");

        Assert.Equal(
            ["Something else.", "You may not change flags."],
            _toaster.Toasts.Select(static toast => toast.Text)
        );
    }

    [Fact]
    public void What_was_dismissed_by_hand_is_not_dismissed_again()
    {
        _toaster.Done("One.");
        _toaster.Done("Two.");
        _toaster.Dismiss(First);
        Assert.Equal(3, _changes);

        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Empty(_toaster.Toasts);
        Assert.Equal(4, _changes);
    }

    private Toast First => _toaster.Toasts[0];
}
