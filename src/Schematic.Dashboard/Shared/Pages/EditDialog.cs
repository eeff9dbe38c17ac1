using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>
/// A form in a dialog that changes what is stored, and only the state of it that was shown. What somebody else has made
/// of it meanwhile is shown before it is replaced, and what was typed stays.
/// </summary>
public abstract class EditDialog<TModel, TStored> : FormDialog<TModel, TStored>
    where TModel : class
    where TStored : class
{
    // Somebody may write again and again without changing what this form is about.
    private const int Attempts = 3;

    private TStored? _stored;
    private TStored? _theirs;
    private string? _tag;
    private string? _untouched;

    /// <summary>State that the dialog was opened with; not asked for if <see cref="IsNew"/>.</summary>
    protected abstract TStored Opened { get; }

    /// <summary>The <c>ETag</c> of <see cref="Opened"/>; null if it comes from a list, which has none.</summary>
    protected virtual string? OpenedTag => null;

    /// <summary>True if there is nothing stored yet, and the form makes it.</summary>
    protected virtual bool IsNew => false;

    /// <summary>The state that the form is a change of.</summary>
    protected TStored Stored => _stored ?? Opened;

    /// <summary>State that the form makes, in the words of <see cref="Describe"/>; null if it removes it.</summary>
    protected abstract string? Mine { get; }

    /// <summary>The present state beside what was typed; null if nobody has changed it meanwhile.</summary>
    protected RenderFragment? Conflict => _theirs is { } theirs ? builder => Draw(builder, theirs) : null;

    /// <summary>Everything the form can change, in words: two states that say the same are no conflict.</summary>
    protected abstract string Describe(TStored stored);

    protected abstract Task<Envelope<TStored>> GetAsync(CancellationToken cancellationToken);

    /// <param name="tag">The state to change, for <c>If-Match</c>; null if the API names none.</param>
    protected abstract Task<TStored> SaveAsync(TModel model, string? tag, CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        (_tag, _untouched) = (OpenedTag, Mine);
    }

    protected override async Task OnInitializedAsync()
    {
        if (IsNew || _tag is not null)
            return;
        // If this fails, saving asks again and says why.
        await Suggestions.TryLoadAsync(
            async cancellationToken =>
            {
                var now = await GetAsync(cancellationToken);
                if (!TryTake(now.Data, now.ETag) && !Form.IsDirty && Mine == _untouched)
                    GiveWay();
            },
            Closing
        );
    }

    protected sealed override async Task<TStored> SendAsync(TModel model, CancellationToken cancellationToken)
    {
        if (IsNew)
            return await SaveAsync(model, null, cancellationToken);
        // Whoever saves again has seen what is stored now.
        if (_theirs is { } seen)
            (_stored, _theirs) = (seen, null);
        else if (_tag is null)
            await RequireAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SaveAsync(model, _tag, cancellationToken);
            }
            catch (GatewayException stale) when (stale.IsStale)
            {
                if (!await TryTakeAsync(stale, cancellationToken) || attempt == Attempts)
                    throw;
            }
        }
    }

    // Where no tag is known, what is stored is looked at right before.
    private async Task RequireAsync(CancellationToken cancellationToken)
    {
        var now = await GetAsync(cancellationToken);
        if (!TryTake(now.Data, now.ETag))
            throw new GatewayException(HttpStatusCode.PreconditionFailed, "Someone else changed this meanwhile.");
    }

    private async Task<bool> TryTakeAsync(GatewayException stale, CancellationToken cancellationToken)
    {
        if (stale.Current<TStored>() is { } current)
            return TryTake(current.Data, current.ETag);
        var now = await GetAsync(cancellationToken);
        return TryTake(now.Data, now.ETag);
    }

    /// <returns>False for a conflict: it no longer says what the form is a change of.</returns>
    private bool TryTake(TStored now, string? tag)
    {
        _tag = tag;
        if (Describe(now) != Describe(Stored))
        {
            _theirs = now;
            return false;
        }

        _stored = now;
        return true;
    }

    // Begins anew with what is stored now.
    private void GiveWay()
    {
        (_stored, _theirs) = (_theirs, null);
        Reset();
        _untouched = Mine;
    }

    private async Task OverruleAsync()
    {
        if (Form.EditContext.Validate())
            await SubmitAsync();
    }

    private void Draw(RenderTreeBuilder builder, TStored theirs)
    {
        builder.OpenComponent<StaleNotice>(0);
        builder.AddComponentParameter(1, nameof(StaleNotice.Was), Describe(Stored));
        builder.AddComponentParameter(2, nameof(StaleNotice.Theirs), Describe(theirs));
        builder.AddComponentParameter(3, nameof(StaleNotice.Mine), Mine);
        builder.AddComponentParameter(4, nameof(StaleNotice.GiveWay), EventCallback.Factory.Create(this, GiveWay));
        builder.AddComponentParameter(
            5,
            nameof(StaleNotice.Overrule),
            EventCallback.Factory.Create(this, OverruleAsync)
        );
        builder.CloseComponent();
    }
}
