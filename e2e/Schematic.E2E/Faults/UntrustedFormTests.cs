using System.Net;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Faults;

/// <summary>Forms that come from elsewhere, or from a page that is too old.</summary>
public sealed class UntrustedFormTests
{
    [Theory]
    [InlineData("/sign-out", "")]
    [InlineData("/sign-out", "reason=x")]
    [InlineData("/sign-out", "__RequestVerificationToken=garbage")]
    [InlineData("/sign-in", "_handler=sign-in&__RequestVerificationToken=garbage")]
    [InlineData("/sign-in", "_handler=sign-in")]
    public async Task A_form_without_a_good_token_is_refused_with_a_page_that_says_what_to_do(string path, string form)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var console = await HostedConsole.StartAsync();
        using var http = console.Http("unknown=1");
        using var content = new StringContent(form, null, "application/x-www-form-urlencoded");

        using var answer = await http.PostAsync(path, content, cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "This form is no longer valid",
            await answer.Content.ReadAsStringAsync(cancellation),
            StringComparison.Ordinal
        );
    }
}
