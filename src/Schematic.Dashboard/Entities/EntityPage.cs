using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Entities;

/// <summary>The page of a company or a user, as far as they are alike: renamed, deleted, edited in its rail.</summary>
public abstract class EntityPage<TItem> : DetailPage<TItem>
    where TItem : class
{
    private bool _keysDirty;
    private bool _traitsDirty;

    public override Noun Noun => EntityWords.GetNoun(Type);

    public override string Icon => EntityWords.Icon(Type);

    public override string Place => Session.Environment.Name;

    /// <summary>True while something entered in the rail is not saved.</summary>
    protected bool IsDirty => _keysDirty || _traitsDirty;

    protected abstract EntityType Type { get; }

    protected abstract Entity ToEntity(TItem item);

    /// <summary>The item with what an edit of its entity has changed.</summary>
    protected abstract TItem Merge(Entity entity, TItem item);

    protected override void Forget() => (_keysDirty, _traitsDirty) = (false, false);

    protected void KeysDirtyChanged(bool isDirty) => _keysDirty = isDirty;

    protected void TraitsDirtyChanged(bool isDirty) => _traitsDirty = isDirty;

    protected void EntityChanged(Entity entity)
    {
        if (Item is { } item && ToEntity(item).Id == entity.Id)
            Set(Merge(entity, item));
    }

    protected async Task RenameAsync()
    {
        if (await Dialogs.RenameAsync(this, ToEntity(Item!)) is not { } renamed)
            return;
        EntityChanged(renamed);
        Toaster.Done($"Renamed to {renamed.Name}.");
    }

    /// <param name="consequences">What is deleted with it, and what stays.</param>
    protected Task DeleteEntityAsync(RenderFragment consequences, Func<string, CancellationToken, Task> delete)
    {
        var entity = ToEntity(Item!);
        return DeleteAsync(entity.Name, consequences, cancellationToken => delete(entity.Id, cancellationToken));
    }
}
