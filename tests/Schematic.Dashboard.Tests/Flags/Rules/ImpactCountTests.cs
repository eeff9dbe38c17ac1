using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class ImpactCountTests
{
    private static readonly ImpactCount Begun = new() { Rules = [] };

    [Fact]
    public void A_count_runs_until_a_part_names_no_next_one()
    {
        var first = Begun.Add(Part("comp_1", "next"));
        Assert.True(first.IsRunning);

        var second = first.Add(Part("comp_2", null));

        Assert.Equal(ImpactCountState.Complete, second.State);
        Assert.Equal((20, 2, 4, 6, 100), (second.Examined, second.Gained, second.Lost, second.Affected, second.Total));
        Assert.Equal(["comp_1", "comp_2"], second.Changes.Select(static company => company.Id));
    }

    [Fact]
    public void The_total_is_that_of_the_latest_part() =>
        Assert.Equal(101, Begun.Add(Part("comp_1", "next")).Add(Part("comp_2", null) with { Total = 101 }).Total);

    private static FlagImpactResponseData Part(string id, string? cursor) =>
        new()
        {
            Changes =
            [
                new()
                {
                    Id = id,
                    Name = id,
                    After = true,
                    ReasonAfter = "",
                    ReasonBefore = "",
                },
            ],
            Examined = 10,
            Gained = 1,
            Lost = 2,
            Total = 100,
            NextCursor = cursor,
        };
}
