using Microsoft.AspNetCore.Components;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Export;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.AuditLog;

/// <summary>Requests of the whole account that changed something, or were refused.</summary>
public sealed partial class AuditLogPage : ListPage<AuditLogListQuery, AuditLogListResponseData>
{
    internal static readonly Noun Entries = new("entry", "entries");

    private static readonly IReadOnlyList<(string Value, string Text)> OutcomeOptions =
    [
        (WireEnum<AuditOutcome>.ToWire(AuditOutcome.Succeeded), "Done"),
        (WireEnum<AuditOutcome>.ToWire(AuditOutcome.Refused), "Refused or failed"),
    ];

    private IReadOnlyList<(string Value, string Text)> _actors = [];
    private bool _hasActors;

    public override Noun Noun => Entries;

    public override IEnumerable<ListFilter> Filters
    {
        get
        {
            if (Query.Actor is { Length: > 0 } actor)
                yield return new("Who", TextOf(_actors, actor), Query with { Actor = "", Page = 1 });
            if (Query.Environment is { Length: > 0 } place)
                yield return new("Environment", TextOf(EnvironmentOptions, place), First with { Environment = "" });
            if (Query.Type is { Length: > 0 } type)
                yield return new("Kind", AuditWords.Type(type), First with { Type = "" });
            if (Query.ResourceId is { Length: > 0 } id)
                yield return new("Id", id, First with { ResourceId = "" });
            if (Query.Outcome is not null)
                yield return new("Outcome", TextOf(OutcomeOptions, OutcomeValue), First with { Outcome = null });
            if (Query.From is { } from)
                yield return new("From", AuditLogListQuery.Text(from), First with { From = null });
            if (Query.To is { } to)
                yield return new("To", AuditLogListQuery.Text(to), First with { To = null });
        }
    }

    protected override Func<AuditLogListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Session.Account.AuditLog.CountAsync(query.ToFilter(), cancellationToken);

    private AuditLogListQuery First => Query with { Page = 1 };

    private string OutcomeValue => Query.Outcome is { } outcome ? WireEnum<AuditOutcome>.ToWire(outcome) : "";

    private IReadOnlyList<(string Value, string Text)> EnvironmentOptions =>
        [.. Session.Environments.Select(static environment => (environment.Id, environment.Name))];

    public override object GetKey(AuditLogListResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<AuditLogListResponseData>>> ListAsync(
        AuditLogListQuery query,
        CancellationToken cancellationToken
    ) => Session.Account.AuditLog.ListAsync(query.ToContract(), cancellationToken);

    protected override Task LoadAsync() => Task.WhenAll(base.LoadAsync(), LoadActorsAsync());

    private static string TextOf(IReadOnlyList<(string Value, string Text)> options, string value) =>
        options.FirstOrDefault(option => option.Value == value).Text ?? value;

    private async Task LoadActorsAsync()
    {
        if (_hasActors)
            return;
        _hasActors = true;
        _actors = await AuditActors.ListAsync(Session.Account, Closing);
        StateHasChanged();
    }

    private void FilterByActor(string id) => Open(First with { Actor = id });

    private void FilterByEnvironment(string id) => Open(First with { Environment = id });

    private void FilterByType(string type) => Open(First with { Type = type });

    private void FilterByOutcome(string value) =>
        Open(First with { Outcome = WireEnum<AuditOutcome>.TryParse(value, out var outcome) ? outcome : null });

    private void FilterById(ChangeEventArgs e) =>
        Open(First with { ResourceId = (e.Value as string ?? string.Empty).Trim() });

    private void FilterFrom(ChangeEventArgs e) =>
        Open(First with { From = AuditLogListQuery.ReadDay(e.Value as string) });

    private void FilterTo(ChangeEventArgs e) => Open(First with { To = AuditLogListQuery.ReadDay(e.Value as string) });

    private async Task ExportAsync() =>
        await Dialogs.OpenFormAsync<ExportDialog<AuditLogListResponseData>, object>(
            "Export the audit log",
            new()
            {
                [nameof(ExportDialog<>.Source)] = AuditLogCsv.From(
                    Session.Account.AuditLog,
                    Query.ToFilter(),
                    Time.GetUtcNow()
                ),
            }
        );
}
