using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Companies;

/// <summary>Tab of a company: try a flag for it and see why, and the recent checks by applications.</summary>
public sealed partial class CompanyChecks : CancellableComponent
{
    private const int MostOffered = 20;

    private FlagExplanation _answer = default!;
    private PageLoader<string?> _name = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public CompanyChecksQuery Query { get; set; } = default!;

    /// <summary>The page of what applications asked.</summary>
    [Parameter]
    [EditorRequired]
    public RecentChecksQuery Recent { get; set; } = default!;

    private string FlagName =>
        Query.Flag.Length == 0 ? "" : (_name.State is { IsBusy: false, Value: { } name } ? name : Query.Flag);

    protected override void OnInitialized()
    {
        _answer = Own(new FlagExplanation(Session.Gateway.Flags, StateHasChanged, Time));
        _name = NewLoader<string?>();
    }

    protected override Task OnParametersSetAsync()
    {
        if (Query.Flag.Length == 0)
            return Task.CompletedTask;
        var body = new ExplainFlagRequestBody
        {
            Company = new Dictionary<string, string> { [EntityApi.IdKey] = CompanyId },
        };
        return Task.WhenAll(
            _answer.AskAsync((Query.Flag, CompanyId), Query.Flag, body),
            _name.LoadAsync(Query.Flag, FindNameAsync)
        );
    }

    private string FlagUrl =>
        DashboardUrls.Flag(
            EnvironmentId,
            Query.Flag,
            FlagCheck.Tab,
            new FlagCheckQuery { Company = CompanyId, IsAsked = true }
        );

    private string UrlOf(ListQuery recent) =>
        DashboardUrls.Company(EnvironmentId, CompanyId, DashboardUrls.ChecksTab, new UrlQueryPair(Query, recent));

    private async Task<string?> FindNameAsync(CancellationToken cancellationToken)
    {
        var key = Query.Flag;
        return (await FindFlagsAsync(key, cancellationToken)).FirstOrDefault(flag => flag.Detail == key)?.Title;
    }

    private async Task<IReadOnlyList<ComboboxOption>> FindFlagsAsync(string text, CancellationToken cancellationToken)
    {
        var query = new FlagVerdictsQuery
        {
            CompanyId = CompanyId,
            Q = text.Length == 0 ? null : text,
            Limit = MostOffered,
        };
        return
        [
            .. (await Session.Gateway.FlagVerdicts.ListAsync(query, cancellationToken)).Data.Select(
                flag => new ComboboxOption(
                    flag.Key,
                    flag.Name,
                    flag.Key,
                    flag.Key == text || flag.FlagId == text ? "Exact match" : null
                )
            ),
        ];
    }

    private void Choose(ComboboxOption? flag) =>
        Navigation.NavigateTo(
            DashboardUrls.Company(
                EnvironmentId,
                CompanyId,
                DashboardUrls.ChecksTab,
                new CompanyChecksQuery { Flag = flag?.Value ?? "" }
            )
        );
}
