using System.Text;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.AuditLog;
using Schematic.Dashboard.Shared.Ui.Export;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.AuditLog;

public sealed class AuditLogCsvTests
{
    private const string List = "GET /audit-log";

    private readonly FakeApi _api = new();

    public AuditLogCsvTests() => _api.OnData("GET /audit-log/count", new CountResponse { Count = 1 });

    [Fact]
    public async Task A_row_has_a_cell_for_each_heading()
    {
        var lines = await ExportAsync(AuditSamples.Listed());

        Assert.Equal(
            "2026-11-20T12:00:00.000000Z,app_user,Ada Lovelace,Changed the plan Pro,env_production,,plan,plan_1,Pro,"
                + "200,PUT,/plans/plan_1,entry_1",
            lines[1]
        );
        Assert.Equal(lines[0].Split(',').Length, lines[1].Split(',').Length);
    }

    [Fact]
    public async Task No_name_is_a_formula()
    {
        var lines = await ExportAsync(AuditSamples.Listed(name: "=1+1") with { UserName = "@SUM(A1)" });

        Assert.Contains(",'@SUM(A1),", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_from_now_on_are_left_out()
    {
        await ExportAsync(AuditSamples.Listed());

        Assert.All(
            _api.Requests,
            static request =>
                Assert.Contains(
                    request.Parameters,
                    static sent =>
                        sent.Name == "end_time" && sent.Value.StartsWith("2026-11-20T12:00", StringComparison.Ordinal)
                )
        );
    }

    private async Task<string[]> ExportAsync(AuditLogListResponseData row)
    {
        _api.OnData<IReadOnlyList<AuditLogListResponseData>>(List, [row]);
        using var file = new MemoryStream();
        var source = AuditLogCsv.From(_api.Gateway().AuditLog, new() { Q = "pro" }, AuditSamples.Noon);
        await new CsvExport<AuditLogListResponseData>(source).WriteAsync(
            file,
            static () => { },
            Xunit.TestContext.Current.CancellationToken
        );
        return Encoding.UTF8.GetString(file.ToArray()).Split("\r\n");
    }
}
