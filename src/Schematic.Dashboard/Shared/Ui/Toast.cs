namespace Schematic.Dashboard.Shared.Ui;

public sealed record Toast(Guid Id, string Text, string? LinkText, string? Url, bool IsFailure);
