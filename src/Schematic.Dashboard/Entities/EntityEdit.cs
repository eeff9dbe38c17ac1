using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Entities;

/// <summary>
/// The edit of one value of an entity. Reads the entity anew before it writes: a value that is no longer what was shown
/// is not overwritten but put beside one's own. Sends nothing but the one change.
/// </summary>
public abstract class EntityEdit : CancellableComponent
{
    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Entity Entity { get; set; } = default!;

    /// <summary>With the entity as it is now: after the write, or after giving way to someone else's.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<Entity> Saved { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback Cancelled { get; set; }

    /// <summary>Something was entered that leaving would lose.</summary>
    [Parameter]
    public EventCallback Touched { get; set; }

    protected EntityApi Api => new(Session.Gateway, Entity.Type);

    protected string EnvironmentId => Session.Environment.Id;

    /// <summary>The value when the edit began; null where there was none.</summary>
    protected string? Seen { get; set; }

    /// <summary>Value saved by someone else since editing began; null if unchanged.</summary>
    protected StaleValue? Stale { get; private set; }

    /// <summary>To whom the refused keys belong.</summary>
    protected IReadOnlyList<KeyOwner> Owners { get; private set; } = [];

    /// <summary>Sends the change; also once more, after <see cref="OverruleAsync"/>.</summary>
    protected abstract Task SaveAsync();

    /// <param name="read">The value in question; null where the entity has none.</param>
    /// <param name="mine">What it is to become; null to remove it.</param>
    /// <param name="before">A write that must come first.</param>
    protected async Task SendAsync<TModel>(
        FormState<TModel> form,
        Func<Entity, string?> read,
        string? mine,
        EntityUpdate change,
        Func<CancellationToken, Task>? before = null
    )
        where TModel : class
    {
        if (form.IsBusy)
            return;
        Stale = null;
        Owners = [];
        Entity? saved = null;
        await form.SubmitAsync(
            async cancellationToken =>
            {
                var current = await Api.GetAsync(Entity.Id, cancellationToken);
                var theirs = read(current);
                if (theirs == mine)
                {
                    saved = current;
                    return;
                }

                if (theirs != Seen)
                {
                    Stale = new StaleValue(theirs, current);
                    return;
                }

                if (before is not null)
                    await before(cancellationToken);
                saved = await WriteAsync(current, change, cancellationToken);
            },
            Closing
        );
        if (saved is not null)
            await Saved.InvokeAsync(saved);
    }

    /// <summary>Takes what the other person wrote for what was seen, and overwrites it knowingly.</summary>
    protected Task OverruleAsync()
    {
        Seen = Stale?.Theirs;
        return SaveAsync();
    }

    protected Task GiveWayAsync() => Stale is null ? Task.CompletedTask : Saved.InvokeAsync(Stale.Current);

    private async Task<Entity> WriteAsync(Entity current, EntityUpdate change, CancellationToken cancellationToken)
    {
        try
        {
            return await Api.UpdateAsync(current, change, cancellationToken);
        }
        catch (GatewayException refusal) when (refusal.IsConflict && change.Keys is { } keys)
        {
            Owners = await Api.OwnersAsync(keys, Entity.Id, cancellationToken);
            throw;
        }
    }
}

/// <param name="Theirs">Null where it was removed.</param>
/// <param name="Current">The entity as just read.</param>
public sealed record StaleValue(string? Theirs, Entity Current);
