namespace Schematic.Dashboard.Shared.Ui.Feedback;

internal sealed record Toast(Guid Id, string Text, string? LinkText, string? Url, bool IsFailure);
