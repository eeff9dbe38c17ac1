using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Plans.Versions;

/// <summary>Moves of companies to a version: live while one is under way, and again for those who are left.</summary>
public sealed partial class PlanMigrations : CancellableComponent
{
    private const int MaxShown = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> _open = [];
    private PageLoader<IReadOnlyList<PlanVersionMigrationResponseData>> _moves = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public PlanDetailResponseData Plan { get; set; } = default!;

    /// <summary>The published version.</summary>
    [Parameter]
    [EditorRequired]
    public PlanVersionResponseData Target { get; set; } = default!;

    /// <summary>Address of the companies on a version.</summary>
    [Parameter]
    [EditorRequired]
    public Func<string, string> CompaniesUrl { get; set; } = default!;

    /// <summary>Raised with the versions to move companies from once more.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<IReadOnlyList<string>> Again { get; set; }

    /// <summary>Raised when the last move has ended: the companies of the versions are to be counted anew.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Finished { get; set; }

    /// <summary>Shows a move that has just begun, and follows it.</summary>
    public Task ReloadAsync() => FollowAsync(_moves.ReloadAsync());

    protected override void OnInitialized() => _moves = NewLoader<IReadOnlyList<PlanVersionMigrationResponseData>>();

    protected override Task OnInitializedAsync()
    {
        var (migrations, query) = (
            Session.Gateway.PlanMigrations,
            new MigrationsQuery { PlanVersionId = Target.Id, Limit = MaxShown }
        );
        return FollowAsync(
            _moves.StartAsync(async cancellationToken =>
                [
                    .. (await migrations.ListAsync(query, cancellationToken)).Data.Where(move =>
                        move.PlanVersionIdTo == query.PlanVersionId
                    ),
                ]
            )
        );
    }

    // Asks again and again while a move is under way; the loader itself sees to an API that is away.
    private async Task FollowAsync(Task loading)
    {
        var closing = Closing;
        await loading;
        // A move of a few companies has ended before it is seen under way.
        var hasMoved = _moves.State.Value?.Any(move => Time.GetUtcNow() - move.CompletedAt < JustNow) == true;
        while (!closing.IsCancellationRequested && _moves.State.Value?.Any(MigrationWords.IsUnderWay) == true)
        {
            hasMoved = true;
            await Task.Delay(Pause, Time, closing)
                .ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
                );
            if (!closing.IsCancellationRequested)
                await _moves.ReloadAsync();
        }

        if (hasMoved && !closing.IsCancellationRequested)
            await Finished.InvokeAsync();
    }

    private void Toggle(string moveId)
    {
        if (!_open.Remove(moveId))
            _open.Add(moveId);
    }

    private string NameOf(string versionId) =>
        Plan.Versions.FirstOrDefault(version => version.Id == versionId) is { } version
            ? $" on v{version.Version}"
            : "";
}
