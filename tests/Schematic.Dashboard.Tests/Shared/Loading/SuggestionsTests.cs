using System.Net;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Tests.Shared.Loading;

public sealed class SuggestionsTests
{
    [Fact]
    public async Task What_the_api_refuses_is_not_suggested()
    {
        await TryLoadAsync(new GatewayException(HttpStatusCode.ServiceUnavailable, "Busy."));
        await TryLoadAsync(new GatewayException(null, "Out of reach."));
    }

    [Fact]
    public async Task Leaving_the_screen_ends_it()
    {
        using var leaving = new CancellationTokenSource();
        var loading = Suggestions.TryLoadAsync(static token => Task.Delay(Timeout.Infinite, token), leaving.Token);

        await leaving.CancelAsync();

        await loading;
    }

    [Fact]
    public Task A_defect_is_not_hidden() =>
        Assert.ThrowsAsync<InvalidOperationException>(() => TryLoadAsync(new InvalidOperationException("A defect.")));

    private static Task TryLoadAsync(Exception failure) =>
        Suggestions.TryLoadAsync(_ => Task.FromException(failure), TestContext.Current.CancellationToken);
}
