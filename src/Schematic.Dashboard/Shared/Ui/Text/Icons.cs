namespace Schematic.Dashboard.Shared.Ui.Text;

/// <summary>The console's icons: strokes on a 20 × 20 grid, drawn in the colour of the text around them.</summary>
internal static class Icons
{
    public const string Activity = "M2.5 10.5h3l2.5-6 4 11 2.5-5h3";
    public const string Alert = "M10 3.2 17.6 16.4H2.4Z M10 8v3.6 M10 13.9v.1";
    public const string ArrowDown = "M10 4v12 M5 11l5 5 5-5";
    public const string ArrowUp = "M10 16V4 M5 9l5-5 5 5";
    public const string Building =
        "M4 17V4.2C4 3.5 4.5 3 5.2 3h5.6c.7 0 1.2.5 1.2 1.2V17 M12 8h2.8c.7 0 1.2.5 1.2 1.2V17 M2.5 17h15 M7 6.5h2 M7 9.7h2 M7 13h2";
    public const string Chart = "M4 3.5v13h13 M7.5 13.5V10 M11 13.5V6.5 M14.5 13.5V8.5";
    public const string Check = "M4 10.6 8 14.5 16 5.8";
    public const string ChevronDown = "M5.5 8 10 12.5 14.5 8";
    public const string ChevronFirst = "M10 5.5 5.5 10l4.5 4.5 M15 5.5 10.5 10l4.5 4.5";
    public const string ChevronLast = "M10 5.5l4.5 4.5-4.5 4.5 M5 5.5 9.5 10 5 14.5";
    public const string ChevronLeft = "M12 5.5 7.5 10l4.5 4.5";
    public const string ChevronRight = "M8 5.5 12.5 10 8 14.5";
    public const string ChevronUpDown = "M6.5 7.8 10 4.5l3.5 3.3 M6.5 12.2 10 15.5l3.5-3.3";
    public const string Close = "M5 5l10 10 M15 5 5 15";
    public const string Coins =
        "M8 11.5c2.8 0 5-1.1 5-2.5V6c0-1.4-2.2-2.5-5-2.5S3 4.6 3 6v3c0 1.4 2.2 2.5 5 2.5Z M3 6c0 1.4 2.2 2.5 5 2.5"
        + "S13 7.4 13 6 M13 8.7c2.3.2 4 1.2 4 2.4v3c0 1.4-2.2 2.4-5 2.4s-5-1-5-2.4v-2.7 M17 11.1c0 1.3-2.2 2.4-5 2.4"
        + "-1.5 0-2.9-.3-3.8-.8";
    public const string Copy =
        "M7 7V4.7C7 3.8 7.8 3 8.7 3h6.6c.9 0 1.7.8 1.7 1.7v6.6c0 .9-.8 1.7-1.7 1.7H13 M4.7 7h6.6c.9 0 1.7.8 1.7 1.7v6.6c0 .9-.8 1.7-1.7 1.7H4.7c-.9 0-1.7-.8-1.7-1.7V8.7C3 7.8 3.8 7 4.7 7Z";
    public const string Edit =
        "M3.5 16.5l.8-3.4L13.2 4.2a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3L6.9 15.7Z M11.7 5.7l2.6 2.6";
    public const string External =
        "M11.5 4H16v4.5 M16 4l-7 7 M13.5 11.5v3c0 .8-.7 1.5-1.5 1.5H5.5c-.8 0-1.5-.7-1.5-1.5V8c0-.8.7-1.5 1.5-1.5h3";
    public const string Flag = "M5 17.5v-15 M5 3.5h9.2c.5 0 .8.6.5 1L12.5 7.5l2.2 3c.3.4 0 1-.5 1H5";
    public const string Grip = "M7.5 5h.01 M12.5 5h.01 M7.5 10h.01 M12.5 10h.01 M7.5 15h.01 M12.5 15h.01";
    public const string Info = "M10 17.3a7.3 7.3 0 1 0 0-14.6 7.3 7.3 0 0 0 0 14.6Z M10 9.3v4.2 M10 6.5v.1";
    public const string Key = "M7 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z M9.5 10.5 16 4 M13.3 6.7l2.2 2.2";
    public const string Layers = "M10 3 17 6.8l-7 3.8-7-3.8Z M3 10.2l7 3.8 7-3.8 M3 13.4l7 3.8 7-3.8";
    public const string Lock =
        "M5.5 9h9c.6 0 1 .4 1 1v6c0 .6-.4 1-1 1h-9c-.6 0-1-.4-1-1v-6c0-.6.4-1 1-1Z M7 9V6.5a3 3 0 0 1 6 0V9";
    public const string Menu = "M3 5.5h14 M3 10h14 M3 14.5h14";
    public const string Monitor =
        "M3.5 4h13c.6 0 1 .4 1 1v7.5c0 .6-.4 1-1 1h-13c-.6 0-1-.4-1-1V5c0-.6.4-1 1-1Z M7 16.5h6 M10 13.5v3";
    public const string Moon = "M16.5 11.6A6.8 6.8 0 1 1 8.4 3.5a5.4 5.4 0 0 0 8.1 8.1Z";
    public const string More = "M4.8 10h.01 M10 10h.01 M15.2 10h.01";
    public const string Pause = "M7 4.5v11 M13 4.5v11";
    public const string Package = "M10 2.8 16.5 6v8L10 17.2 3.5 14V6Z M3.5 6 10 9.3 16.5 6 M10 9.3v7.9";
    public const string Play = "M6.5 4.5v11l9-5.5Z";
    public const string Plus = "M10 4v12 M4 10h12";
    public const string Sliders = "M3.5 6h7 M14.5 6h2 M12.5 4v4 M3.5 14h2 M9.5 14h7 M7.5 12v4";
    public const string Search = "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z M13 13l4 4";
    public const string SignOut =
        "M8 3.5H5c-.8 0-1.5.7-1.5 1.5v10c0 .8.7 1.5 1.5 1.5h3 M12.5 6.5 16 10l-3.5 3.5 M16 10H8";
    public const string SortAscending = "M10 15.5v-11 M5.8 8.7 10 4.5l4.2 4.2";
    public const string SortDescending = "M10 4.5v11 M5.8 11.3 10 15.5l4.2-4.2";
    public const string Sun =
        "M10 13.3a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z M10 2.5V4 M10 16v1.5 M2.5 10H4 M16 10h1.5 M4.7 4.7l1 1 M14.3 14.3l1 1 M4.7 15.3l1-1 M14.3 5.7l1-1";
    public const string Table =
        "M4 3.5h12c.6 0 1 .4 1 1v11c0 .6-.4 1-1 1H4c-.6 0-1-.4-1-1v-11c0-.6.4-1 1-1Z M3 8h14 M3 12.2h14 M8 3.5v13";
    public const string Trash =
        "M3.5 5.5h13 M8 5.5V4c0-.6.4-1 1-1h2c.6 0 1 .4 1 1v1.5 M5.2 5.5l.7 10.2c0 .7.6 1.3 1.3 1.3h5.6c.7 0 1.3-.6 1.3-1.3l.7-10.2 M8.5 9v4.5 M11.5 9v4.5";
    public const string Sparkle = "M10 3l1.7 5.3L17 10l-5.3 1.7L10 17l-1.7-5.3L3 10l5.3-1.7Z";
    public const string User = "M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z M3.8 17c.4-3 3-5 6.2-5s5.8 2 6.2 5";
    public const string Users =
        "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z M2 16.5c.3-2.8 2.6-4.7 5.5-4.7s5.2 1.9 5.5 4.7 M13 3.8a3 3 0 0 1 0 5.5 M14.8 12.2c1.8.7 3 2.3 3.2 4.3";
}
