using System.Net;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Tests.Shared.Loading;

public sealed class SuggestionsTests
{
    [Fact]
    public async Task What_is_there_is_offered() =>
        Assert.Equal(["a", "b"], await ListAsync(static _ => Task.FromResult<IReadOnlyList<string>>(["a", "b"])));

    [Fact]
    public async Task A_refusal_offers_nothing() =>
        Assert.Empty(
            await ListAsync(static _ =>
                Task.FromException<IReadOnlyList<string>>(new GatewayException(HttpStatusCode.Forbidden, "No."))
            )
        );

    [Fact]
    public async Task An_api_that_takes_too_long_offers_nothing() =>
        Assert.Empty(
            await ListAsync(static _ => Task.FromException<IReadOnlyList<string>>(new TaskCanceledException()))
        );

    [Fact]
    public async Task A_screen_that_was_left_gets_nothing()
    {
        using var closing = new CancellationTokenSource();
        await closing.CancelAsync();

        Assert.Empty(
            await Suggestions.ListAsync(
                static token =>
                    token.IsCancellationRequested
                        ? Task.FromCanceled<IReadOnlyList<string>>(token)
                        : Task.FromResult<IReadOnlyList<string>>(["late"]),
                closing.Token
            )
        );
    }

    [Fact]
    public async Task A_defect_is_not_hidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(static () =>
            ListAsync(static _ => Task.FromException<IReadOnlyList<string>>(new InvalidOperationException()))
        );

    private static Task<IReadOnlyList<string>> ListAsync(Func<CancellationToken, Task<IReadOnlyList<string>>> load) =>
        Suggestions.ListAsync(load, Xunit.TestContext.Current.CancellationToken);
}
