using System.Net;
using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits.Ledger;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits.Ledger;

public sealed class LedgerExportDialogTests : PageContext
{
    private const string Count = "GET /v2/billing/credits/ledger/count";

    public LedgerExportDialogTests() =>
        Api.OnData<IReadOnlyList<CreditEventLedgerResponseData>>(
                "GET /v2/billing/credits/ledger",
                [CreditSamples.Movement()]
            )
            .OnData(Count, new CountResponse { Count = 1 });

    [Fact]
    public async Task The_browser_gets_the_file_and_the_dialog_says_how_much_is_in_it()
    {
        var saved = JSInterop.SetupVoid("schematic.saveFile", static _ => true).SetVoidResult();
        var dialog = await OpenAsync();

        Button(dialog, "Export CSV").Click();

        dialog.WaitForAssertion(() => Assert.Equal("1 movement exported.", dialog.Find("[role=status]").TextContent));
        Assert.EndsWith(".csv", Assert.Single(saved.Invocations).Arguments[0] as string, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_saves_no_file_and_can_be_tried_again()
    {
        Api.OnError(Count, HttpStatusCode.InternalServerError, "The store is away.");
        var dialog = await OpenAsync();

        Button(dialog, "Export CSV").Click();

        dialog.WaitForAssertion(() =>
            Assert.Contains("No file was saved.", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(JSInterop.Invocations["schematic.saveFile"]);
        Assert.False(Button(dialog, "Export CSV").HasAttribute("disabled"));
    }

    private async Task<IRenderedComponent<LedgerExportDialog>> OpenAsync()
    {
        await EnterAsync();
        return Render<LedgerExportDialog>(dialog => dialog.Add(static dialog => dialog.Query, new LedgerListQuery()));
    }
}
