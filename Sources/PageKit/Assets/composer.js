// What is over works again: choosing "resolved" sets the components to work, and choosing another state brings back what
// stood there. Without this script the reviewer asks for it.

const state = document.querySelector(".composer-form select[name='state']");
const rows = [...document.querySelectorAll(".component-rows select[name$='.condition']")]
  .filter((row) => !row.closest(".extra-component"));
const before = new Map();

function follow() {
  if (state.value === "resolved") {
    for (const row of rows) {
      if (row.value === "operational" || row.value === "maintenance") continue;
      before.set(row, row.value);
      row.value = "operational";
    }
  } else {
    // Only what this script set is taken back.
    for (const [row, value] of before) if (row.value === "operational") row.value = value;
    before.clear();
  }
}

state?.addEventListener("change", follow);
