using System.Globalization;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Ui.Export;
using Schematic.Gateway.AuditLog;

namespace Schematic.Dashboard.AuditLog;

/// <summary>Entries that a query matches, as CSV. Later ones are left out: they would shift the pages.</summary>
internal static class AuditLogCsv
{
    private static readonly string Header = Csv.Line([
        "time",
        "actor_type",
        "actor",
        "what",
        "environment_id",
        "environment",
        "resource_type",
        "resource_id",
        "resource",
        "status",
        "method",
        "url",
        "entry_id",
    ]);

    public static CsvSource<AuditLogListResponseData> From(
        IAuditLogGateway api,
        AuditLogQuery filter,
        DateTimeOffset now
    )
    {
        var all = filter with { EndTime = filter.EndTime < now ? filter.EndTime : now };
        return new()
        {
            Noun = AuditLogPage.Entries,
            FileName = "audit-log",
            Header = Header,
            ToLine = FromRow,
            CountAsync = cancellationToken => api.CountAsync(all, cancellationToken),
            ListAsync = (offset, cancellationToken) =>
                api.ListAsync(all with { Limit = Page.MaxLimit, Offset = offset }, cancellationToken),
        };
    }

    private static string FromRow(AuditLogListResponseData row)
    {
        var entry = AuditEntry.FromContract(row);
        return Csv.Line([
            entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            WireEnum<ActorType>.ToWire(entry.ActorType),
            Csv.Text(AuditWords.Who(entry)),
            Csv.Text(AuditWords.What(entry)),
            Csv.Text(entry.EnvironmentId),
            Csv.Text(entry.EnvironmentName),
            Csv.Text(entry.ResourceType),
            Csv.Text(entry.ResourceId),
            Csv.Text(entry.ResourceName),
            entry.Status?.ToString(CultureInfo.InvariantCulture) ?? "",
            entry.Method,
            Csv.Text(entry.Url),
            entry.Id,
        ]);
    }
}
