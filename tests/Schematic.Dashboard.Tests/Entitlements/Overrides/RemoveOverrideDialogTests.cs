using System.Net;
using Bunit;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements.Overrides;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class RemoveOverrideDialogTests : OverrideDialogTopic
{
    private const string Delete = "DELETE /company-overrides/cmov_1";

    [Fact]
    public async Task One_that_is_gone_already_counts_as_removed()
    {
        Api.OnError(Delete, HttpStatusCode.NotFound, "There is no such override.");
        var dialogs = await OpenAsync(static service => service.RemoveOverrideAsync(UsageSamples.Override(60), "Acme"));

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() => Assert.NotNull(Result));
    }

    [Fact]
    public async Task One_that_was_read_as_gone_counts_as_removed()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no such override.")
            .OnError(Delete, HttpStatusCode.NotFound, "There is no such override.");
        var dialogs = await OpenAsync(static service => service.RemoveOverrideAsync(UsageSamples.Override(60), "Acme"));

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() => Assert.NotNull(Result));
    }

    [Fact]
    public async Task What_somebody_else_made_of_it_is_shown_before_it_is_removed()
    {
        var own = UsageSamples.Override(60);
        Api.OnData(Get, own, "\"shown\"").OnStale(Delete, own with { ValueNumeric = 90 }, "\"newer\"");
        var dialogs = await OpenAsync(service => service.RemoveOverrideAsync(own, "Acme"));

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                ["60 API calls", "90 API calls", "not there"],
                dialogs.FindAll(".stale dd").Select(static side => side.TextContent.Trim())
            )
        );
        Assert.Null(Result);
        Api.OnData(Delete, new DeleteResponse { Deleted = true });
        Button(dialogs, "Remove it anyway").Click();

        dialogs.WaitForAssertion(() => Assert.NotNull(Result));
        Assert.Equal(["\"shown\"", "\"newer\""], Asked(Delete).Select(static request => request.Headers["If-Match"]));
    }
}
