using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway.Plans;

namespace Schematic.Dashboard.Plans.Versions;

/// <summary>The companies of a move and what has become of each, kept up to date while it is under way.</summary>
public sealed partial class MovedCompanies : CancellableComponent
{
    private const int Step = 50;

    private PageLoader<IReadOnlyList<PlanVersionMigrationCompanyResponseData>> _companies = default!;
    private PlanVersionMigrationCompanyStatus? _status;
    private int _wanted = Step;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public PlanVersionMigrationResponseData Move { get; set; } = default!;

    private string Result => _status?.ToString() ?? "";

    protected override void OnInitialized()
    {
        _companies = NewLoader<IReadOnlyList<PlanVersionMigrationCompanyResponseData>>();
        // Whoever opens a move that went wrong looks for those.
        if (Move.FailedCompanies > 0)
            _status = PlanVersionMigrationCompanyStatus.Failed;
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task ChooseAsync(string? value)
    {
        _status = Enum.TryParse<PlanVersionMigrationCompanyStatus>(value, out var status) ? status : null;
        _wanted = Step;
        return LoadAsync();
    }

    private Task ShowMoreAsync()
    {
        _wanted += Step;
        return LoadAsync();
    }

    private Task LoadAsync()
    {
        var (migrations, id, status, wanted) = (Session.Gateway.PlanMigrations, Move.Id, _status, _wanted);
        return _companies.LoadAsync(
            (id, status, wanted, Move.Status, MigrationWords.Done(Move)),
            cancellationToken => ListAsync(migrations, id, status, wanted, cancellationToken)
        );
    }

    private static async Task<IReadOnlyList<PlanVersionMigrationCompanyResponseData>> ListAsync(
        IPlanMigrationsGateway migrations,
        string id,
        PlanVersionMigrationCompanyStatus? status,
        int wanted,
        CancellationToken cancellationToken
    )
    {
        var all = new List<PlanVersionMigrationCompanyResponseData>();
        int asked,
            got;
        do
        {
            asked = Math.Min(wanted - all.Count, Page.MaxLimit);
            var query = new MigrationCompaniesQuery
            {
                Status = status,
                Limit = asked,
                Offset = all.Count,
            };
            var page = (await migrations.ListMigrationCompaniesAsync(id, query, cancellationToken)).Data;
            all.AddRange(page);
            got = page.Count;
        } while (got == asked && all.Count < wanted);

        return all;
    }
}
