using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits.Ledger;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Export;
using Schematic.Dashboard.Tests.Credits;

namespace Schematic.Dashboard.Tests.Shared.Ui.Export;

public sealed class ExportDialogTests : PageContext
{
    private const string Count = "GET /v2/billing/credits/ledger/count";

    public ExportDialogTests() =>
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

    private async Task<IRenderedComponent<ExportDialog<CreditEventLedgerResponseData>>> OpenAsync()
    {
        await EnterAsync();
        var api = Services.GetRequiredService<ConsoleSession>().Gateway.CompanyCredits;
        return Render<ExportDialog<CreditEventLedgerResponseData>>(dialog =>
            dialog.Add(static dialog => dialog.Source, LedgerExport.From(api, new(), Clock.GetUtcNow()))
        );
    }
}
