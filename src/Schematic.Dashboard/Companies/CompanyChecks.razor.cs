using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Companies;

/// <summary>Tab of a company: try a flag for it and see why, and the recent checks by applications.</summary>
public sealed partial class CompanyChecks : CancellableComponent
{
    private FlagExplanation _answer = default!;
    private IReadOnlyList<(string Key, string Name)> _flags = [];
    private string _key = "";
    private string? _shown;

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

    protected override async Task OnInitializedAsync()
    {
        _answer = Own(new FlagExplanation(Session.Gateway.Flags, StateHasChanged, Time));
        var flags = Session.Gateway.Flags;
        _flags = await Suggestions.ListAsync<(string Key, string Name)>(
            async cancellationToken =>
                [
                    .. (await flags.ListAsync(new() { Limit = Page.MaxLimit }, cancellationToken))
                        .Data.Select(static flag => (flag.Key, flag.Name))
                        .OrderBy(static flag => flag.Key, StringComparer.Ordinal),
                ],
            Closing
        );
    }

    protected override Task OnParametersSetAsync()
    {
        if (_shown != Query.Flag)
            (_shown, _key) = (Query.Flag, Query.Flag);
        if (Query.Flag.Length == 0)
            return Task.CompletedTask;
        var body = new ExplainFlagRequestBody
        {
            Company = new Dictionary<string, string> { [EntityApi.IdKey] = CompanyId },
        };
        return _answer.AskAsync((Query.Flag, CompanyId), Query.Flag, body);
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

    private Task Ask()
    {
        var key = (_key ?? "").Trim();
        if (key == Query.Flag)
            return _answer.AskAgainAsync();
        Navigation.NavigateTo(
            DashboardUrls.Company(
                EnvironmentId,
                CompanyId,
                DashboardUrls.ChecksTab,
                new CompanyChecksQuery { Flag = key }
            )
        );
        return Task.CompletedTask;
    }
}
