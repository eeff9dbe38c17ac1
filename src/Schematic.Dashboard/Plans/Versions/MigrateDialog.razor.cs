using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Versions;

/// <summary>
/// Moves companies from earlier versions of a plan to the published one, after a preview; closes once the move has
/// begun.
/// </summary>
public sealed partial class MigrateDialog : FormDialog<MigrateForm, PlanVersionMigrationResponseData>
{
    private const int MaxNoted = 20;

    // The API shows at most as many.
    private const int MaxPreviewed = 1000;

    private PageLoader<PlanVersionMigrationPreviewResponseData> _preview = default!;

    /// <summary>A plan with a published version.</summary>
    [Parameter]
    [EditorRequired]
    public PlanDetailResponseData Plan { get; set; } = default!;

    /// <summary>Ids of the versions to move companies from.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<string> FromVersionIds { get; set; } = [];

    private bool HasPreview => Form.Model.Chosen is null or { Count: > 0 and <= MigrateForm.MaxPreviewed };

    private string NoPreviewText =>
        Form.Model.CompanyIds.Count == 0
            ? "Choose companies to see what the move does to them."
            : "There is a preview for up to 100 chosen companies.";

    private string FromText =>
        string.Join(
            ", ",
            FromVersionIds.Select(id =>
                Plan.Versions.FirstOrDefault(version => version.Id == id) is { } version ? $"v{version.Version}" : id
            )
        );

    protected override MigrateForm CreateModel() => new();

    protected override async Task<PlanVersionMigrationResponseData> SendAsync(
        MigrateForm model,
        CancellationToken cancellationToken
    ) =>
        (
            await Session.Gateway.PlanMigrations.CreateAsync(model.ToContract(Plan, FromVersionIds), cancellationToken)
        ).Data;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _preview = NewLoader<PlanVersionMigrationPreviewResponseData>();
    }

    protected override Task OnInitializedAsync() => PreviewAsync();

    private static string PreviewText(PlanVersionMigrationPreviewResponseData preview)
    {
        var failing = preview.Companies.Count(static company => company.WouldFail);
        var moving = preview.Companies.Count - failing;
        var text =
            preview.Companies.Count >= MaxPreviewed
                ? "1,000 companies or more would be moved."
                : $"{Quantity.Format(moving, "company", "companies")} would be moved.";
        return failing == 0 ? text : $"{text} {Quantity.Format(failing, "company", "companies")} could not be.";
    }

    // Only those about which there is something to say.
    private static List<PlanVersionMigrationPreviewCompanyResponseData> Noted(
        PlanVersionMigrationPreviewResponseData preview
    ) => [.. preview.Companies.Where(static company => NoteText(company).Length > 0).Take(MaxNoted)];

    private static string NoteText(PlanVersionMigrationPreviewCompanyResponseData company) =>
        string.Join(
            " ",
            new[]
            {
                company.WouldFail ? "Could not be moved." : null,
                company.HasCustomPricing ? "Loses prices of its own." : null,
                company.HasBillingChanges ? "Is billed differently." : null,
                company.Note,
            }.OfType<string>()
        );

    private Task ChooseAsync(bool isAll, IReadOnlyList<string> companyIds)
    {
        (Form.Model.IsAll, Form.Model.CompanyIds) = (isAll, companyIds);
        Form.EditContext.NotifyFieldChanged(Form.EditContext.Field(nameof(MigrateForm.CompanyIds)));
        return PreviewAsync();
    }

    private Task PreviewAsync()
    {
        if (!HasPreview)
            return Task.CompletedTask;
        var (migrations, body) = (Session.Gateway.PlanMigrations, Form.Model.ToPreview(Plan, FromVersionIds));
        return _preview.StartAsync(async cancellationToken =>
            (await migrations.PreviewAsync(body, cancellationToken)).Data
        );
    }
}
