using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Plans.Audience;

/// <summary>The companies that match an audience as it is being edited, saved or not.</summary>
public sealed partial class AudienceMatches : CancellableComponent
{
    private const int MaxShown = 50;

    // Long enough to type a word without a request for each letter.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private PageLoader<Matches> _matches = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public RuleDraft Draft { get; set; } = default!;

    private bool IsAsked => AudienceDraft.HasConditions(Draft) && AudienceDraft.FindMistake(Draft) is null;

    protected override void OnInitialized() => _matches = NewLoader<Matches>();

    protected override Task OnParametersSetAsync()
    {
        if (!IsAsked)
            return Task.CompletedTask;
        var (plans, body, isFirst) = (Session.Gateway.Plans, AudienceDraft.ToContract(Draft), !_matches.State.HasValue);
        var asked = new AudienceRequestBody
        {
            Conditions = body.Conditions,
            ConditionGroups = body.ConditionGroups,
            Limit = MaxShown,
        };
        return _matches.LoadAsync(
            Draft.Text(),
            async cancellationToken =>
            {
                if (!isFirst)
                    await Task.Delay(Pause, Time, cancellationToken);
                var counting = plans.CountAudienceCompaniesAsync(asked, cancellationToken);
                var companies = (await plans.ListAudienceCompaniesAsync(asked, cancellationToken)).Data;
                return new Matches(companies, (await counting).Data.Count);
            }
        );
    }

    /// <param name="Companies">The first of them.</param>
    /// <param name="Count">All of them.</param>
    private sealed record Matches(IReadOnlyList<CompanyDetailResponseData> Companies, long Count);
}
