using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;

namespace Schematic.Api.Tests.Evaluation;

public sealed class LastCheckedThrottleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 13, 37, 0, TimeSpan.Zero);

    private readonly LastCheckedThrottle _noted = new();

    [Fact]
    public void A_flag_is_noted_once_a_minute_in_each_environment()
    {
        Assert.True(_noted.Note(1, 7, Start));
        Assert.False(_noted.Note(1, 7, Start.AddSeconds(59)));
        Assert.True(_noted.Note(2, 7, Start));
        Assert.True(_noted.Note(1, 7, Start.AddSeconds(60)));
    }

    [Fact]
    public void All_flags_are_noted_once_a_minute_unless_they_have_changed()
    {
        var snapshot = new FlagSnapshot([], EntitlementCatalog.Empty);

        Assert.True(_noted.Note(1, snapshot, Start));
        Assert.False(_noted.Note(1, snapshot, Start.AddSeconds(59)));
        Assert.True(_noted.Note(1, new FlagSnapshot([], EntitlementCatalog.Empty), Start.AddSeconds(59)));
    }

    [Fact]
    public void What_is_older_than_a_minute_is_forgotten()
    {
        for (var flag = 0; flag < 1000; flag++)
            _noted.Note(1, flag, Start);
        _noted.Note(1, new FlagSnapshot([], EntitlementCatalog.Empty), Start);
        _noted.Note(2, 7, Start.AddSeconds(30));

        _noted.Forget(Start.AddSeconds(60));

        Assert.Equal(1, _noted.Count);
        Assert.False(_noted.Note(2, 7, Start.AddSeconds(80)));
    }
}
