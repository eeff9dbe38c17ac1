using System.Net;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Tests.Shared.Loading;

public sealed class LoadFailureTests
{
    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "Your session has ended", false)]
    [InlineData(HttpStatusCode.Forbidden, "You may not see this", false)]
    [InlineData(HttpStatusCode.NotFound, "Not found", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "The API is busy", true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "The API is busy", true)]
    [InlineData(HttpStatusCode.InternalServerError, "This could not be loaded", false)]
    public void A_status_has_a_title_and_keeps_the_sentence_of_the_api(
        HttpStatusCode status,
        string title,
        bool isPassing
    )
    {
        var failure = LoadFailure.FromException(new GatewayException(status, "The sentence."));

        Assert.Equal((title, "The sentence.", isPassing), (failure.Title, failure.Message, failure.IsPassing));
        Assert.False(failure.IsUnanswered);
    }

    [Fact]
    public void Whether_one_must_sign_in_or_look_elsewhere_is_told_apart()
    {
        var ended = LoadFailure.FromException(new GatewayException(HttpStatusCode.Unauthorized, "Over."));
        var missing = LoadFailure.FromException(new GatewayException(HttpStatusCode.NotFound, "Gone."));

        Assert.Equal((true, false), (ended.IsSessionEnded, ended.IsNotFound));
        Assert.Equal((false, true), (missing.IsSessionEnded, missing.IsNotFound));
    }

    [Fact]
    public void An_api_that_takes_too_long_may_have_done_what_was_asked()
    {
        var failure = LoadFailure.FromException(new TaskCanceledException());

        Assert.Equal((true, true), (failure.IsPassing, failure.IsUnanswered));
        Assert.Equal("The API took too long", failure.Title);
    }

    [Fact]
    public void Only_a_cancellation_by_the_screen_itself_is_no_failure()
    {
        using var closing = new CancellationTokenSource();
        var cancelled = new OperationCanceledException();

        Assert.True(LoadFailure.Explains(cancelled, closing.Token));
        closing.Cancel();
        Assert.False(LoadFailure.Explains(cancelled, closing.Token));
        Assert.True(LoadFailure.Explains(new GatewayException(HttpStatusCode.BadRequest, "No."), closing.Token));
    }

    [Fact]
    public void A_defect_is_left_to_the_error_boundary() =>
        Assert.False(LoadFailure.Explains(new InvalidOperationException(), CancellationToken.None));
}
