using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Matrix;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Plans.Matrix;

public sealed class MatrixChangeTests
{
    private const string Get = "GET /plan-entitlements/pltl_calls";
    private const string Put = "PUT /plan-entitlements/pltl_calls";
    private const string Delete = "DELETE /plan-entitlements/pltl_calls";
    private const string Shown = "\"shown\"";
    private readonly FakeApi _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_state_that_the_cell_shows_is_changed()
    {
        _api.OnData(Get, PlanSamples.Calls(1_000), Shown).OnData(Put, PlanSamples.Calls(2_000));
        var change = Change("2k", PlanSamples.Calls(1_000));

        await SaveAsync(change);

        Assert.True(change.IsSaved);
        Assert.Equal(Shown, _api.Requests[^1].Headers["If-Match"]);
    }

    [Fact]
    public async Task An_emptied_cell_is_removed_in_the_state_that_it_shows()
    {
        _api.OnData(Get, PlanSamples.Calls(1_000), Shown).OnData(Delete, new DeleteResponse { Deleted = true });
        var change = Change("", PlanSamples.Calls(1_000));

        await SaveAsync(change);

        Assert.True(change.IsSaved);
        Assert.Equal(("DELETE", Shown), (_api.Requests[^1].Method, _api.Requests[^1].Headers["If-Match"]));
    }

    [Fact]
    public async Task What_was_changed_before_it_is_read_is_shown_and_not_written_over()
    {
        _api.OnData(Get, PlanSamples.Calls(5_000), "\"newer\"");
        var change = Change("2k", PlanSamples.Calls(1_000));

        await SaveAsync(change);

        Assert.Equal((false, false, true), (change.IsSaved, change.IsChosen, change.IsStale));
        Assert.Equal(("1,000/month", "5,000/month"), (change.WasText, change.NowText));
        Assert.Contains("Somebody else changed this cell", change.Failure, StringComparison.Ordinal);
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task What_is_changed_between_reading_and_writing_is_shown_and_not_written_over()
    {
        _api.OnData(Get, PlanSamples.Calls(1_000), Shown).OnStale(Put, PlanSamples.Calls(5_000), "\"newer\"");
        var change = Change("2k", PlanSamples.Calls(1_000));

        await SaveAsync(change);

        Assert.Equal((false, false), (change.IsSaved, change.IsChosen));
        Assert.Equal("5,000/month", change.NowText);
    }

    private static MatrixChange Change(string text, PlanEntitlementResponseData held)
    {
        var edits = new MatrixEdits();
        var key = new CellKey("feat_calls", "plan_pro");
        edits.Set(key, text, FeatureType.Event, held);
        return new()
        {
            Key = key,
            Feature = FlagSamples.Feature("feat_calls", "API access"),
            Plan = PlanSamples.Plan(),
            Edit = edits.Find(key)!,
            Now = held,
        };
    }

    private Task SaveAsync(MatrixChange change) => change.SaveAsync(_api.Gateway().Entitlements, Cancellation);
}
