using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Flags;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>
/// Every flag with its verdict for one company or user; each opens its explanation in place. Made anew for another
/// company or user.
/// </summary>
public sealed partial class FlagVerdicts : CancellableComponent
{
    private ListLoader<FlagVerdictsListQuery, FlagVerdictResponseData> _flags = default!;
    private PageLoader<(long On, long Off)> _counts = default!;
    private PageLoader<Entity?> _other = default!;
    private FlagExplanation _answer = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    /// <summary>Whom the page is about.</summary>
    [Parameter]
    [EditorRequired]
    public EntityType Type { get; set; }

    /// <summary>Id of whom the page is about.</summary>
    [Parameter]
    [EditorRequired]
    public string SubjectId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public FlagVerdictsListQuery Query { get; set; } = default!;

    /// <summary>Returns the address of this screen with another query.</summary>
    [Parameter]
    [EditorRequired]
    public Func<ListQuery, string> UrlFor { get; set; } = default!;

    /// <summary>Finds users of the company, or companies of the user.</summary>
    [Parameter]
    [EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<ComboboxOption>>> FindOthersAsync { get; set; } =
        default!;

    private EntityType OtherType => Type == EntityType.Company ? EntityType.User : EntityType.Company;

    private string OtherName => Query.With.Length == 0 ? "" : (_other.State.Value?.Name ?? Query.With);

    private (string? CompanyId, string? UserId) Subject =>
        (Type, Query.With is { Length: > 0 } with ? with : null) switch
        {
            (EntityType.Company, var user) => (SubjectId, user),
            (_, var company) => (company, SubjectId),
        };

    private IEnumerable<(bool? Value, string Text, long? Count)> Choices =>
        _counts.State is { HasValue: true, Failure: null, Value: var (on, off) }
            ? [(null, "All", on + off), (true, "On", on), (false, "Off", off)]
            : [(null, "All", null), (true, "On", null), (false, "Off", null)];

    private IFlagVerdictsGateway Api => Session.Gateway.FlagVerdicts;

    protected override void OnInitialized()
    {
        _flags = Own(
            new ListLoader<FlagVerdictsListQuery, FlagVerdictResponseData>(
                StateHasChanged,
                Time,
                (query, cancellationToken) =>
                    Api.ListAsync(query.ToContract(Subject.CompanyId, Subject.UserId), cancellationToken),
                (query, cancellationToken) =>
                    Api.CountAsync(query.ToContract(Subject.CompanyId, Subject.UserId), cancellationToken)
            )
        );
        _counts = NewLoader<(long, long)>();
        _other = NewLoader<Entity?>();
        _answer = Own(new FlagExplanation(Session.Gateway.Flags, StateHasChanged, Time));
    }

    protected override Task OnParametersSetAsync()
    {
        var (with, open) = (Query.With, Query.Open);
        return Task.WhenAll(
            _flags.LoadAsync(Query.Rows),
            _counts.LoadAsync((with, Query.Search), CountBothAsync),
            with.Length == 0 ? Task.CompletedTask : _other.LoadAsync(with, token => GetOtherAsync(with, token)),
            open.Length == 0 ? Task.CompletedTask : _answer.AskAsync((with, open), open, Question)
        );
    }

    private ExplainFlagRequestBody Question =>
        new() { Company = Named(Subject.CompanyId), User = Named(Subject.UserId) };

    private static Dictionary<string, string>? Named(string? id) =>
        id is null ? null : new() { [EntityApi.IdKey] = id };

    private Task<Entity?> GetOtherAsync(string id, CancellationToken cancellationToken) =>
        new EntityApi(Session.Gateway, OtherType).FindAsync(EntityApi.IdKey, id, cancellationToken);

    private async Task<(long On, long Off)> CountBothAsync(CancellationToken cancellationToken)
    {
        var asked = Query.ToContract(Subject.CompanyId, Subject.UserId) with { Limit = null, Offset = null };
        var on = await Api.CountAsync(asked with { Value = true }, cancellationToken);
        var off = await Api.CountAsync(asked with { Value = false }, cancellationToken);
        return (on.Data.Count, off.Data.Count);
    }

    private bool IsOpen(FlagVerdictResponseData flag) => flag.Key == Query.Open;

    private bool IsExact(FlagVerdictResponseData flag) =>
        Query.Search.Length > 0 && (flag.Key == Query.Search || flag.FlagId == Query.Search);

    // The id of the rule helps nobody here: the explanation names it.
    private static string ReasonOf(FlagVerdictResponseData flag) =>
        flag.RuleId is { } rule ? flag.Reason.Replace($" ({rule})", "", StringComparison.Ordinal) : flag.Reason;

    private string FlagUrl(FlagVerdictResponseData flag) =>
        DashboardUrls.Flag(
            EnvironmentId,
            flag.FlagId,
            FlagCheck.Tab,
            new FlagCheckQuery
            {
                Company = Subject.CompanyId ?? "",
                User = Subject.UserId ?? "",
                IsAsked = true,
            }
        );

    private string PageUrl(ListQuery query) => UrlFor((FlagVerdictsListQuery)query with { Open = "" });

    private void SearchFlags(string search) => Go(Query with { Search = search, Page = 1, Open = "" }, replace: true);

    private void Filter(bool? value) => Go(Query with { Value = value, Page = 1, Open = "" });

    private void ChooseOther(ComboboxOption? other)
    {
        if (Query.With != (other?.Value ?? ""))
            Go(Query with { With = other?.Value ?? "", Page = 1 });
    }

    private void Toggle(FlagVerdictResponseData flag) => Go(Query with { Open = IsOpen(flag) ? "" : flag.Key });

    private void Go(FlagVerdictsListQuery query, bool replace = false) =>
        Navigation.NavigateTo(UrlFor(query), replace: replace);
}
