using Microsoft.AspNetCore.Components.Forms;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Events;

/// <summary>Sends one event, as an application would; closes with its receipt.</summary>
public sealed partial class SendEventDialog : FormDialog<EventForm, RawEventResponseData>
{
    private const string TraitsExample = "{\"source\": \"console\"}";

    private ValidationMessageStore _mistakes = default!;
    private IReadOnlyList<string> _names = [];
    private IReadOnlyList<string> _companyKeys = [];
    private IReadOnlyList<string> _userKeys = [];

    private string TraitsHelp =>
        Form.Model.EventType == EventType.Track
            ? "A JSON object, kept with the event."
            : "A JSON object of the user's traits to set; null as a value removes one.";

    /// <summary>Opens the dialog, and says what became of the event; false where none was sent.</summary>
    internal static async Task<bool> OpenAsync(DialogService dialogs, Toaster toaster, string environmentId)
    {
        var receipt = await dialogs.OpenFormAsync<SendEventDialog, RawEventResponseData>("Send test event", []);
        if (receipt is null)
            return false;
        if (receipt.EventId is { } id)
            toaster.Done("The event was sent.", "Open it", DashboardUrls.Event(environmentId, id));
        else
            toaster.Done("The event was dropped: one with this idempotency key was received before.");
        return receipt.EventId is not null;
    }

    protected override EventForm CreateModel() => new();

    protected override async Task<RawEventResponseData> SendAsync(
        EventForm model,
        CancellationToken cancellationToken
    ) => (await Session.Gateway.Events.CreateAsync(model.ToContract(), cancellationToken)).Data;

    protected override async Task OnInitializedAsync()
    {
        _mistakes = new(Form.EditContext);
        Form.EditContext.OnFieldChanged += (_, change) => _mistakes.Clear(change.FieldIdentifier);
        Form.EditContext.OnValidationRequested += (_, _) => FindMistakes();
        var (api, closing) = (Session.Gateway, Closing);
        _names = await EventNames.ListAsync(api.Events, closing);
        _companyKeys = await Suggestions.ListAsync(new EntityApi(api, EntityType.Company).ListKeyNamesAsync, closing);
        _userKeys = await Suggestions.ListAsync(new EntityApi(api, EntityType.User).ListKeyNamesAsync, closing);
    }

    private void FindMistakes()
    {
        _mistakes.Clear();
        foreach (var (field, wrong) in Form.Model.Mistakes())
            _mistakes.Add(field, wrong);
    }
}
