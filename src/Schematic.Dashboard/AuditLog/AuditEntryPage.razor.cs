using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Page;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.AuditLog;

/// <summary>A request of the audit log: who sent it, what it changed, and its bodies.</summary>
public sealed partial class AuditEntryPage : DetailPage<AuditDetail>
{
    [Parameter]
    [EditorRequired]
    public string EntryId { get; set; } = "";

    public override Noun Noun => AuditLogPage.Entries;

    public override string Icon => Icons.Table;

    public override string Id => EntryId;

    public override string ListUrl => DashboardUrls.AuditLog(EnvironmentId);

    private IReadOnlyList<Crumb> LogCrumbs => [new("Audit log", ListUrl)];

    protected override Task<AuditDetail> GetAsync(string id, CancellationToken cancellationToken) =>
        AuditDetail.GetAsync(Session.Account.AuditLog, id, cancellationToken);

    private static string ChangesTitle(AuditDetail detail) =>
        detail switch
        {
            { Listed.IsRefused: true } => "What was asked for",
            { Changes: null } => "What was sent",
            _ => "What it changed",
        };

    private string HistoryUrl(string resourceId) =>
        DashboardUrls.AuditLog(EnvironmentId, new AuditLogListQuery { ResourceId = resourceId });
}
