using System.Net;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entitlements.Overrides;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class BulkProgressTests
{
    private readonly FakeApi _api = new();
    private readonly BulkProgress _progress = new([Own("cmov_1"), Own("cmov_2"), Own("cmov_3")]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_fails_keeps_its_reason_and_the_others_go_on()
    {
        Answer("cmov_1").OnError("DELETE /company-overrides/cmov_2", HttpStatusCode.Conflict, "Not now.");
        Answer("cmov_3");
        var drawn = 0;

        await _progress.RunAsync(DeleteAsync, () => drawn++, Cancellation);

        Assert.Equal((2, 1, false, 3), (_progress.Done, _progress.Failed, _progress.IsComplete, drawn));
        Assert.Equal("Not now.", _progress.Items[1].Failure?.Message);
    }

    [Fact]
    public async Task Another_attempt_is_made_for_what_failed_only()
    {
        Answer("cmov_1").OnError("DELETE /company-overrides/cmov_2", HttpStatusCode.Conflict, "Not now.");
        Answer("cmov_3");
        await _progress.RunAsync(DeleteAsync, static () => { }, Cancellation);
        Answer("cmov_2");

        await _progress.RunAsync(DeleteAsync, static () => { }, Cancellation);

        Assert.True(_progress.IsComplete);
        Assert.Equal(0, _progress.Failed);
        Assert.Equal(
            ["cmov_1", "cmov_2", "cmov_3", "cmov_2"],
            _api.Requests.Select(static request => request.Path.Split('/')[^1])
        );
    }

    [Fact]
    public async Task One_that_somebody_else_has_changed_is_shown_as_it_is_now_and_changed_by_the_next_attempt()
    {
        var theirs = Own("cmov_1") with { ValueNumeric = 90 };
        var progress = new BulkProgress([Own("cmov_1")]);
        List<long?> changed = [];

        await progress.RunAsync((own, _) => Task.FromResult(Change(own)), static () => { }, Cancellation);

        Assert.Equal((0, 1), (progress.Done, progress.Failed));
        Assert.Contains("now 90 API calls", progress.Items[0].Failure!.Message, StringComparison.Ordinal);
        await progress.RunAsync((own, _) => Task.FromResult(Change(own)), static () => { }, Cancellation);

        Assert.True(progress.IsComplete);
        Assert.Equal([90], changed);

        CompanyOverrideResponseData? Change(CompanyOverrideResponseData own)
        {
            if (own.ValueNumeric != theirs.ValueNumeric)
                return theirs;
            changed.Add(own.ValueNumeric);
            return null;
        }
    }

    [Fact]
    public async Task A_cancellation_leaves_the_rest_as_it_is()
    {
        using var stop = new CancellationTokenSource();
        Answer("cmov_1");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _progress.RunAsync(DeleteAsync, stop.Cancel, stop.Token)
        );

        Assert.Equal((1, 0), (_progress.Done, _progress.Failed));
        Assert.Single(_api.Requests);
    }

    private static CompanyOverrideResponseData Own(string id) => UsageSamples.Override(1) with { Id = id };

    private FakeApi Answer(string id) =>
        _api.OnData($"DELETE /company-overrides/{id}", new Contracts.Wire.DeleteResponse { Deleted = true });

    private async Task<CompanyOverrideResponseData?> DeleteAsync(
        CompanyOverrideResponseData own,
        CancellationToken cancellationToken
    )
    {
        await _api.Gateway().Entitlements.DeleteOverrideAsync(own.Id, null, cancellationToken);
        return null;
    }
}
