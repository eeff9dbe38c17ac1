using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>
/// The question before something is destroyed, and how to destroy it. Opened with
/// <see cref="Dialogs.ConfirmByNameAsync"/>.
/// </summary>
internal sealed record Confirmation
{
    public required string Title { get; init; }

    /// <summary>The name that must be typed.</summary>
    public required string Name { get; init; }

    /// <summary>The button: "Delete environment".</summary>
    public required string Action { get; init; }

    public string BusyText { get; init; } = "Deleting…";

    /// <summary>Description of what is destroyed, with counts, and what stays.</summary>
    public required RenderFragment Consequences { get; init; }

    public required Func<CancellationToken, Task> Perform { get; init; }

    /// <summary>Said afterwards.</summary>
    public string DoneText { get; init; } = "";

    /// <param name="noun">What it is: "company".</param>
    public static Confirmation Delete(
        string noun,
        string name,
        RenderFragment consequences,
        Func<CancellationToken, Task> perform
    ) =>
        new()
        {
            Title = $"Delete this {noun}?",
            Name = name,
            Action = $"Delete {noun}",
            Consequences = consequences,
            Perform = perform,
            DoneText = $"{name} was deleted.",
        };
}
