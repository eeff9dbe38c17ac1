using System.Globalization;
using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements.Overrides;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class BulkOverridesDialogTests : PageContext
{
    private const string Get = "GET /company-overrides/cmov_1";
    private const string Put = "PUT /company-overrides/cmov_1";
    private const string Delete = "DELETE /company-overrides/cmov_1";

    private Task<BulkProgress?> _closed = Task.FromResult<BulkProgress?>(null);

    [Fact]
    public async Task One_that_somebody_else_extended_is_shown_and_extended_only_by_another_attempt()
    {
        var (end, later) = (Clock.GetUtcNow().AddDays(3), Clock.GetUtcNow().AddDays(60));
        Api.OnData(Get, Own(end), "\"shown\"").OnStale(Put, Own(later), "\"newer\"");
        var dialogs = await OpenAsync<ExtendOverridesDialog>(Own(end));

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"until {later.UtcDateTime:d MMM yyyy HH:mm} UTC"),
                dialogs.Find(".bulk-list .field-error").TextContent,
                StringComparison.Ordinal
            )
        );
        Api.OnData(Get, Own(later), "\"newer\"").OnData(Put, Own(later));

        await dialogs.Find(".dialog-form").SubmitAsync();

        Assert.True((await _closed)!.IsComplete);
        Assert.Equal(["\"shown\"", "\"newer\""], Asked(Put).Select(static request => request.Headers["If-Match"]));
        Assert.Contains(
            later.AddDays(30).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            Asked(Put)[1].Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_row_that_shows_what_is_no_longer_so_is_not_removed()
    {
        Api.OnData(Get, Own(null) with { ValueNumeric = 90 }, "\"newer\"");
        var dialogs = await OpenAsync<RemoveOverridesDialog>(Own(null));

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains(
                "Someone else changed this meanwhile. It is now 90 API calls.",
                dialogs.Find(".bulk-list .field-error").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Empty(Asked(Delete));
        Api.OnData(Delete, new DeleteResponse { Deleted = true });

        await dialogs.Find(".dialog-form").SubmitAsync();

        Assert.True((await _closed)!.IsComplete);
        Assert.Equal("\"newer\"", Assert.Single(Asked(Delete)).Headers["If-Match"]);
    }

    [Fact]
    public async Task One_that_is_gone_counts_as_removed_and_not_as_extended()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no such override.");
        var extending = await OpenAsync<ExtendOverridesDialog>(Own(Clock.GetUtcNow().AddDays(3)));
        await extending.Find(".dialog-form").SubmitAsync();
        extending.WaitForAssertion(() => extending.Find(".bulk-list .field-error"));
        Button(extending, "Close").Click();
        var removing = await OpenAsync<RemoveOverridesDialog>(Own(null));

        await removing.Find(".dialog-form").SubmitAsync();

        Assert.True((await _closed)!.IsComplete);
    }

    private static CompanyOverrideResponseData Own(DateTimeOffset? ends) => UsageSamples.Override(60, ends);

    private async Task<IRenderedComponent<DialogHost>> OpenAsync<TDialog>(CompanyOverrideResponseData own)
        where TDialog : BulkOverridesDialog
    {
        await EnterAsync();
        var dialogs = RenderDialogs();
        await dialogs.InvokeAsync(() =>
        {
            _closed = Services
                .GetRequiredService<DialogService>()
                .OpenFormAsync<TDialog, BulkProgress>(
                    "Overrides",
                    new() { [nameof(BulkOverridesDialog.Progress)] = new BulkProgress([own]) }
                );
        });
        dialogs.WaitForElement(".dialog-form");
        return dialogs;
    }
}
