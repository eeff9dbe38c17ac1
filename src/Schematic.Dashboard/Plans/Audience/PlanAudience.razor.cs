using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Gateway.Http;
using Schematic.Gateway.Plans;

namespace Schematic.Dashboard.Plans.Audience;

/// <summary>
/// The conditions that give a plan to companies, with the companies that match them. What somebody else saved meanwhile
/// is shown before it is replaced.
/// </summary>
public sealed partial class PlanAudience : CancellableComponent
{
    public const string Tab = "audience";

    private readonly RuleVocabulary _vocabulary = new();
    private PageLoader<StoredAudience> _audience = default!;
    private RuleSuggestions _suggestions = default!;
    private RuleDraft _stored = AudienceDraft.Empty;
    private RuleDraft _draft = AudienceDraft.Empty;
    private RuleRefusal? _refusal;
    private LoadFailure? _failure;
    private StoredAudience _known = new(null, null);
    private StoredAudience? _theirs;
    private bool _mustDelete;
    private bool _isBusy;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public PlanDetailResponseData Plan { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EventCallback<bool> IsDirtyChanged { get; set; }

    private IPlansGateway Api => Session.Gateway.Plans;

    private bool IsDirty => _draft.Text() != _stored.Text();

    private bool CanEdit => RuleDrafts.AreUnderstood([_stored]);

    protected override void OnInitialized()
    {
        _audience = NewLoader<StoredAudience>();
        _suggestions = new(Session.Gateway, _vocabulary);
    }

    protected override async Task OnInitializedAsync()
    {
        var closing = Closing;
        await _audience.StartAsync(async cancellationToken =>
        {
            var loaded = await GetAsync(cancellationToken);
            Accept(loaded);
            return loaded;
        });
        await LearnAsync(closing);
    }

    // A plan without an audience is answered with 404.
    private async Task<StoredAudience> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Api.GetAudienceAsync(Plan.Id, cancellationToken);
            return new(answer.Data, answer.ETag);
        }
        catch (GatewayException missing) when (missing.IsNotFound)
        {
            return new(null, null);
        }
    }

    private void Accept(StoredAudience audience)
    {
        if (audience.Stored is { } stored)
            _vocabulary.Learn([AudienceDraft.ToRule(stored)]);
        _known = audience;
        _stored = _draft = AudienceDraft.FromContract(audience.Stored);
        (_refusal, _failure, _theirs) = (null, null, null);
    }

    private string Sentence(RuleDraft draft) => AudienceDraft.Sentence(draft, Plan.Name, _vocabulary);

    private async Task ChangeAsync(RuleDraft draft)
    {
        var closing = Closing;
        (_draft, _refusal) = (draft, null);
        await IsDirtyChanged.InvokeAsync(IsDirty);
        await LearnAsync(closing);
    }

    private async Task LearnAsync(CancellationToken closing)
    {
        if (await _suggestions.LearnAsync(() => [_draft], closing))
            StateHasChanged();
    }

    private Task DiscardAsync()
    {
        _draft = _stored;
        (_refusal, _failure, _theirs) = (null, null, null);
        return IsDirtyChanged.InvokeAsync(false);
    }

    private Task SaveAsync()
    {
        if (!AudienceDraft.HasConditions(_draft))
        {
            _failure = new()
            {
                Title = "No conditions",
                Message = "Without a condition every company would match. Add one, or remove the audience.",
            };
            return Task.CompletedTask;
        }

        _refusal = AudienceDraft.FindMistake(_draft);
        return _refusal is null ? WriteAsync(mustDelete: false) : Task.CompletedTask;
    }

    private Task DeleteAsync() => WriteAsync(mustDelete: true);

    // Over what was shown, and nothing else.
    private Task KeepMineAsync()
    {
        _known = _theirs!;
        return WriteAsync(_mustDelete);
    }

    private Task TakeTheirs()
    {
        Accept(_theirs!);
        return IsDirtyChanged.InvokeAsync(false);
    }

    private async Task WriteAsync(bool mustDelete)
    {
        if (_isBusy)
            return;
        var closing = Closing;
        (_isBusy, _failure, _mustDelete) = (true, null, mustDelete);
        try
        {
            Accept(await SendAsync(mustDelete, closing));
            Toaster.Done(
                mustDelete ? $"The audience of {Plan.Name} was removed." : $"The audience of {Plan.Name} was saved."
            );
            await IsDirtyChanged.InvokeAsync(false);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested) { }
        catch (GatewayException stale) when (stale.Current<PlanAudienceResponseData>() is { } current)
        {
            _theirs = new(current.Data, current.ETag);
        }
        catch (GatewayException removed) when (removed.IsNotFound && _known.Stored is not null)
        {
            _theirs = new(null, null);
        }
        catch (GatewayException refused) when (AudienceDraft.FindRefused(refused, _draft) is { } refusal)
        {
            _refusal = refusal;
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, closing))
        {
            _failure = LoadFailure.FromException(exception);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task<StoredAudience> SendAsync(bool mustDelete, CancellationToken cancellationToken)
    {
        if (mustDelete)
            return await DeleteAsync(cancellationToken);
        var saved = await Api.UpdateAudienceAsync(
            Plan.Id,
            AudienceDraft.ToContract(_draft),
            _known.Tag,
            _known.Stored is null ? GatewayHeaders.Any : null,
            cancellationToken
        );
        return new(saved.Data, saved.ETag);
    }

    private async Task<StoredAudience> DeleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Api.DeleteAudienceAsync(Plan.Id, _known.Tag, cancellationToken);
        }
        catch (GatewayException gone) when (gone.IsNotFound)
        {
            // Someone else has removed it, which is what was wanted.
        }

        return new(null, null);
    }

    /// <param name="Stored">Null if the plan has no audience.</param>
    /// <param name="Tag">The <c>ETag</c> of that state, for <c>If-Match</c>; null if there is none.</param>
    private sealed record StoredAudience(PlanAudienceResponseData? Stored, string? Tag);
}
