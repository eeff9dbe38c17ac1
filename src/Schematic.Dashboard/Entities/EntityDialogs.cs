using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Entities;

/// <summary>Dialogs about one company or user.</summary>
internal static class EntityDialogs
{
    /// <summary>The entity as it is after the dialog; null where it was left.</summary>
    public static Task<Entity?> RenameAsync(this DialogService dialogs, object owner, Entity entity) =>
        dialogs.OpenFormAsync<EntityRename, Entity>(
            $"Rename {EntityWords.Noun(entity.Type)}",
            new()
            {
                [nameof(EntityRename.Entity)] = entity,
                [nameof(EntityRename.Saved)] = EventCallback.Factory.Create<Entity>(
                    owner,
                    saved => dialogs.Close(saved)
                ),
                [nameof(EntityRename.Cancelled)] = EventCallback.Factory.Create(owner, () => dialogs.Close()),
            }
        );
}
