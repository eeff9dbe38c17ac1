using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Events;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Events;

public sealed class SendEventDialogTests : PageContext
{
    private const string Send = "POST /events";

    private Task<bool> _sent = Task.FromResult(false);

    public SendEventDialogTests() =>
        Api.OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", [])
            .OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
                "GET /entity-key-definitions",
                [CompanySamples.KeyDefinition("domain")]
            )
            .OnData(Send, Receipt("evt_9"));

    [Fact]
    public async Task What_was_entered_is_sent_and_the_answer_links_to_the_event()
    {
        var dialogs = await OpenAsync();
        await Input(dialogs, "Event").ChangeAsync(new() { Value = "api_call" });
        await Input(dialogs, "Key").ChangeAsync(new() { Value = "domain" });
        await Input(dialogs, "Value").ChangeAsync(new() { Value = "acme.com" });
        await Input(dialogs, "Quantity").ChangeAsync(new() { Value = "12" });

        await dialogs.Find("form").SubmitAsync();

        Assert.True(await SentAsync());
        Assert.Contains(
            "\"body\":{\"company\":{\"domain\":\"acme.com\"},\"event\":\"api_call\",\"quantity\":12}",
            Assert.Single(Asked(Send)).Body!,
            StringComparison.Ordinal
        );
        Assert.Equal(DashboardUrls.Event(Production.Id, "evt_9"), Assert.Single(Toaster.Toasts).Url);
    }

    [Fact]
    public async Task An_event_that_was_dropped_is_not_linked_to()
    {
        Api.OnData(Send, Receipt(null));
        var dialogs = await OpenAsync();
        dialogs.FindAll("input[type=radio]")[1].Change("Identify");
        await dialogs.FindAll(".row-key input")[2].ChangeAsync(new() { Value = "email" });
        await dialogs.FindAll(".row-key input")[3].ChangeAsync(new() { Value = "ada@acme.com" });

        await dialogs.Find("form").SubmitAsync();

        Assert.False(await SentAsync());
        Assert.Contains("was dropped", Assert.Single(Toaster.Toasts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_said_beside_their_fields_and_nothing_is_sent()
    {
        var dialogs = await OpenAsync();
        await Input(dialogs, "Traits").ChangeAsync(new() { Value = "[]" });
        await Input(dialogs, "Quantity").ChangeAsync(new() { Value = "0" });

        await dialogs.Find("form").SubmitAsync();

        Assert.Equal(
            [
                "Name the event, like api_call.",
                "Name the company by a key, or the user below.",
                "Enter a whole number other than 0.",
                "Enter a JSON object, like {\"seats\": 25}.",
            ],
            dialogs.FindAll(".field-error").Select(static error => error.TextContent)
        );
        Assert.Empty(Asked(Send));

        await Input(dialogs, "Event").ChangeAsync(new() { Value = "api_call" });
        Assert.Equal(3, dialogs.FindAll(".field-error").Count);
    }

    [Fact]
    public async Task A_refusal_is_shown_and_keeps_what_was_entered()
    {
        Api.OnError(Send, HttpStatusCode.BadRequest, "Keys name two companies.");
        var dialogs = await OpenAsync();
        await Input(dialogs, "Event").ChangeAsync(new() { Value = "api_call" });
        await Input(dialogs, "Key").ChangeAsync(new() { Value = "domain" });
        await Input(dialogs, "Value").ChangeAsync(new() { Value = "acme.com" });

        await dialogs.Find("form").SubmitAsync();

        Assert.Contains("Keys name two companies.", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("api_call", Input(dialogs, "Event").GetAttribute("value"));
    }

    private async Task<IRenderedComponent<DialogHost>> OpenAsync()
    {
        await EnterAsync();
        var dialogs = RenderDialogs();
        await dialogs.InvokeAsync(() =>
        {
            _sent = SendEventDialog.OpenAsync(
                Services.GetRequiredService<DialogService>(),
                Services.GetRequiredService<Toaster>(),
                Production.Id
            );
        });
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll(".row-key datalist, datalist option")));
        return dialogs;
    }

    private Task<bool> SentAsync() =>
        _sent.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);

    private static RawEventResponseData Receipt(string? id) =>
        new()
        {
            EventId = id,
            CapturedAt = DateTimeOffset.UnixEpoch,
            RemoteIp = "",
            UserAgent = "",
        };
}
